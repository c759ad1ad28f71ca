// A record as it will be once an edit is saved, shown until the server has answered. Pure.
import type { Customer } from '../../customers.api.ts'
import type { Body } from '../../form/body.ts'

export function withBody(customer: Customer, body: Body): Customer {
  const sent = body as Partial<Customer>
  const next = { ...customer, ...sent }
  return {
    ...next,
    displayName: displayName(next) || customer.displayName,
    phones: next.phones.map((phone) => ({ ...phone, valid: phone.valid ?? true })),
    addresses: next.addresses.map((address, at) => ({ ...address, id: address.id ?? `new ${at}` })),
    attributes: { ...customer.attributes, ...sent.attributes },
    consent: {
      email: { ...customer.consent.email, ...sent.consent?.email },
      sms: { ...customer.consent.sms, ...sent.consent?.sms },
      call: { ...customer.consent.call, ...sent.consent?.call },
    },
  }
}

/** The rule of the server: a person by first and last name, a business by its own. */
function displayName({ type, firstName, lastName, businessName, email }: Customer): string {
  const person = [firstName, lastName]
    .map((name) => name?.trim())
    .filter(Boolean)
    .join(' ')
  const business = businessName?.trim() ?? ''
  return (type === 'business' ? business || person : person || business) || email || ''
}
