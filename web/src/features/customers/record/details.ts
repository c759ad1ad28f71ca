// The details of a customer in the order they are read. Pure.
import type { Customer, CustomerType } from '../customers.api.ts'

const ofPerson = [
  'salutation',
  'firstName',
  'middleName',
  'lastName',
  'nickname',
  'businessName',
  'dateOfBirth',
  'gender',
  'nationality',
  'preferredLanguage',
  'anniversary',
  'idNumber',
  'gateCode',
  'taxId',
  'website',
  'taxExempt',
  'accountType',
  'salesperson',
  'doNotServe',
] as const
// Its name is the title of the record, and edited there.
const ofBusiness = [
  'registrationNumber',
  'taxId',
  'taxExempt',
  'industry',
  'website',
  'preferredLanguage',
  'gateCode',
  'accountType',
  'salesperson',
  'doNotServe',
] as const

export type Detail = (typeof ofPerson)[number] | (typeof ofBusiness)[number]

export const detailsOf = (type: CustomerType): readonly Detail[] =>
  type === 'business' ? ofBusiness : ofPerson

/** A long list of “Not set” would hide what is there. */
export function isFilled(customer: Customer, detail: Detail): boolean {
  if (detail === 'doNotServe') return customer.doNotServe.value
  return customer[detail] !== null && customer[detail] !== false
}
