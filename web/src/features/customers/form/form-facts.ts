import { useQuery } from '@tanstack/react-query'
import { customAttributesQuery, settingsQuery } from '../../../api/queries.ts'
import type { Customer, CustomerType } from '../customers.api.ts'
import type { FormFacts } from './form-context.ts'

export function useFormFacts(type: CustomerType, customer: Customer | null): FormFacts {
  const { data: settings } = useQuery(settingsQuery)
  const { data: attributes = [] } = useQuery(customAttributesQuery)
  return {
    required: settings?.requiredFields[type] ?? [],
    attributes,
    externalIds: customer?.externalIds ?? {},
  }
}

/** What was missing already stays unasked: an old record must not hinder its own correction. */
export function asked({ required, attributes }: FormFacts, base: Customer | null) {
  const keys = attributes.filter((one) => one.required).map(({ key }) => key)
  if (base === null) return { fields: required, attributes: keys }
  return {
    fields: required.filter((field) => base[field as keyof Customer] != null),
    attributes: keys.filter((key) => base.attributes[key] != null),
  }
}
