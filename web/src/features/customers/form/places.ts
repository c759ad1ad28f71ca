// Where a field stands: on which tab, and by which path the form knows what the server names.
import type { CustomerType } from '../customers.api.ts'
import { isBlankAddress } from './body.ts'
import type { CustomerValues } from './values.ts'

export const tabs = ['general', 'contact', 'advanced'] as const
export type Tab = (typeof tabs)[number]

const contact = ['email', 'additionalEmails', 'phones', 'addresses', 'gateCode', 'consent']
const ofAdvanced = [
  'number',
  'accountType',
  'salesperson',
  'stores',
  'attributes',
  'doNotServe',
  'billing',
  'externalIds',
]
const advanced: Readonly<Record<CustomerType, readonly string[]>> = {
  personal: [...ofAdvanced, 'businessName', 'taxId', 'website', 'taxExempt'],
  business: [...ofAdvanced, 'preferredLanguage'],
}

/** Of somebody new the first number and the address of mail stand beside the name. */
const ofNewPerson = ['phones.0.number', 'email']

export function tabOf(path: string, type: CustomerType, isNew: boolean): Tab {
  const field = path.split('.')[0] ?? ''
  if (isNew && type === 'personal' && ofNewPerson.includes(path)) return 'general'
  if (contact.includes(field)) return 'contact'
  return advanced[type].includes(field) ? 'advanced' : 'general'
}

/** How many faults each tab has. */
export function faultCounts(
  paths: readonly string[],
  type: CustomerType,
  isNew: boolean,
): Readonly<Record<Tab, number>> {
  const counts = { general: 0, contact: 0, advanced: 0 }
  for (const path of paths) counts[tabOf(path, type, isNew)]++
  return counts
}

const wholes = ['tags', 'stores', 'organizations', 'additionalEmails', 'manager', 'consent', 'dateOfBirth']

/** The rows that were left out when the form was sent shift the rows that the server counts. */
export function formPath(
  path: string,
  { phones, addresses }: Pick<CustomerValues, 'phones' | 'addresses'>,
  home: string,
): string {
  if (path === 'phone') return 'phones.0.number'
  if (path === 'address') return 'addresses.0.line1'
  const [field = '', member = '', rest = ''] = path.split('.')
  if (wholes.includes(field)) return field
  if (field === 'billing') return `billing.${member}`
  if (field === 'phones' && member !== '') {
    const sent = phones.flatMap(({ number }, at) => (number.trim() === '' ? [] : [at]))
    return `phones.${sent[Number(member)] ?? member}.${rest || 'number'}`
  }
  if (field === 'addresses' && member !== '') {
    const sent = addresses.flatMap((address, at) => (isBlankAddress(address, home) ? [] : [at]))
    return `addresses.${sent[Number(member)] ?? member}.${rest || 'line1'}`
  }
  return path
}
