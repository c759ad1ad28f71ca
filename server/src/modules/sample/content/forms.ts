// Short forms in which the made-up customers are written down.
import type { CustomerWrite } from '../../customers/index.ts'
import { phoneOf } from './shop.ts'

/** Every address for mail ends in a name kept free for examples. */
export const mail = (name: string, end: 'com' | 'net' | 'org' = 'com') => `${name}@example.${end}`

export function person(
  number: number,
  firstName: string,
  lastName: string | null,
  more: CustomerWrite = {},
): CustomerWrite {
  return { type: 'personal', number: String(number), firstName, lastName, ...more }
}

/** One line in Portland, Maine, unless `place` says otherwise. */
export function home(
  line1: string,
  postalCode: string,
  place: {
    readonly line2?: string
    readonly city?: string
    readonly state?: string | null
    readonly country?: string
  } = {},
): Pick<CustomerWrite, 'addresses'> {
  const address = { line1, postalCode, city: 'Portland', state: 'ME', country: 'US', ...place }
  return { addresses: [{ ...address, isBilling: true, isDelivery: true }] }
}

export const mobile = (last: number): Pick<CustomerWrite, 'phones'> => ({
  phones: [{ kind: 'mobile', number: phoneOf(last) }],
})

/** First seen on this day. */
export const since = (anniversary: string): Pick<CustomerWrite, 'anniversary'> => ({ anniversary })

/** Has an account of their own since this day. */
export const joined = (day: string): Pick<CustomerWrite, 'accountType' | 'registeredAt'> => ({
  accountType: 'registered',
  registeredAt: `${day}T16:00:00Z`,
})

export const agreed = (at: string): Pick<CustomerWrite, 'consent'> => ({
  consent: { email: { state: 'in', at: `${at}T16:00:00Z`, source: 'manual' } },
})

/** Belongs to the organization with this number. */
export const worksAt = (
  number: string,
  title: string,
  more: { readonly isManager?: boolean } = {},
): Pick<CustomerWrite, 'organizations'> => ({ organizations: [{ number, title, ...more }] })

export const at = (...codes: readonly string[]): Pick<CustomerWrite, 'stores'> => ({
  stores: codes.map((code, i) => ({ code, preferred: i === 0 })),
})
