// What Settings may ask for beside a name, by the names of the wire.
import { useTranslation } from 'react-i18next'
import type { Sent, Settings } from '../../api/types.ts'
import type { Choice } from '../../kernel/regions.ts'

type Required = NonNullable<Sent<'/api/v1/settings', 'patch'>['requiredFields']>
type Personal = NonNullable<Required['personal']>[number]
type Business = NonNullable<Required['business']>[number]

// As records, so that the compiler misses none.
const personal: Readonly<Record<Personal, true>> = {
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  address: true,
  dateOfBirth: true,
  gender: true,
  nationality: true,
  idNumber: true,
  anniversary: true,
  preferredLanguage: true,
  number: true,
  stores: true,
  tags: true,
}
const business: Readonly<Record<Business, true>> = {
  email: true,
  phone: true,
  address: true,
  website: true,
  taxId: true,
  registrationNumber: true,
  industry: true,
  manager: true,
  number: true,
  stores: true,
  tags: true,
}

const isPersonal = (name: string): name is Personal => Object.hasOwn(personal, name)
const isBusiness = (name: string): name is Business => Object.hasOwn(business, name)

/** What is asked for now, as the form and the wire have it. */
export const requiredOf = ({ requiredFields }: Pick<Settings, 'requiredFields'>) => ({
  personal: requiredFields.personal.filter(isPersonal),
  business: requiredFields.business.filter(isBusiness),
})

export function useRequirableFields(): Readonly<{ personal: Choice[]; business: Choice[] }> {
  const { t } = useTranslation()
  const choice = (name: Personal | Business): Choice => ({
    value: name,
    label: t(`settings.business.fields.${name}`),
  })
  return {
    personal: Object.keys(personal).filter(isPersonal).map(choice),
    business: Object.keys(business).filter(isBusiness).map(choice),
  }
}
