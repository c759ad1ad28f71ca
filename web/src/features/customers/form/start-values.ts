// A new customer begun from what was searched for: a name, an email or a number.
import type { Customer, CustomerType } from '../customers.api.ts'
import { type CustomerValues, emptyValues, newAddress, newPhone } from './values.ts'

export function startValues(type: CustomerType, typed: string, country: string): CustomerValues {
  const values = emptyValues(type)
  const phone = newPhone(type, true)
  const name = typed.trim().replace(/\s+/g, ' ')
  const filled = { ...values, phones: [phone], addresses: [newAddress(country, true)] }
  if (/^\S+@\S+$/.test(name)) return { ...filled, email: name }
  if (/^[+(]?\d[\d\s().+/-]{3,}$/.test(name)) return { ...filled, phones: [{ ...phone, number: name }] }
  return type === 'business' ? { ...filled, businessName: name } : { ...filled, ...personName(name) }
}

export function withOrganization(
  values: CustomerValues,
  { id, displayName, number }: Pick<Customer, 'id' | 'displayName' | 'number'>,
): CustomerValues {
  const link = { id, name: displayName, number, title: '', isManager: false, isPrimary: true }
  return { ...values, organizations: [{ ...link, from: null, until: null }] }
}

/** “Ann Mary Bell” is Ann Mary, Bell; “Bell, Ann” too; a word alone is a first name. */
export function personName(name: string): Pick<CustomerValues, 'firstName' | 'lastName'> {
  const comma = name.indexOf(',')
  if (comma >= 0) return { firstName: name.slice(comma + 1).trim(), lastName: name.slice(0, comma).trim() }
  const space = name.lastIndexOf(' ')
  if (space < 0) return { firstName: name, lastName: '' }
  return { firstName: name.slice(0, space), lastName: name.slice(space + 1) }
}
