// What the merchant wants filled is asked of people; of imports it is only said.
import type { Draft } from '../../customers/index.ts'
import type { RowWarning } from '../mapping/canonical.ts'
import { type ApplyFacts, aboutRow } from './apply.rules.ts'

export type RequiredFields = { readonly personal: readonly string[]; readonly business: readonly string[] }

export function missingFields(
  draft: Draft,
  facts: ApplyFacts & { readonly required: RequiredFields },
): RowWarning[] {
  const missing = facts.required[draft.type].filter((field) => !isFilled(draft, field))
  const attributes = facts.attributes.missing(draft.attributes).map((fault) => `attributes.${fault.path}`)
  return [...missing, ...attributes].map((field) =>
    aboutRow('field.required', `The business wants this filled: ${field}`),
  )
}

function isFilled(draft: Draft, field: string): boolean {
  const key = field === 'phone' ? 'phones' : field === 'address' ? 'addresses' : field
  const value = draft[key as keyof Draft]
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}
