// A form has empty texts where the wire has null.
import type { Store } from '../../api/types.ts'
import type { StoreInput } from './stores.api.ts'

const addressFields = ['line1', 'line2', 'city', 'state', 'postalCode', 'country'] as const
type AddressField = (typeof addressFields)[number]

export type StoreValues = {
  name: string
  code: string
  phone: string
  email: string
  timeZone: string | null
  address: Record<AddressField, string>
}

export function valuesOf(store: Store | undefined, country: string): StoreValues {
  const address = (field: AddressField) => store?.address?.[field] ?? ''
  return {
    name: store?.name ?? '',
    code: store?.code ?? '',
    phone: store?.phone ?? '',
    email: store?.email ?? '',
    timeZone: store?.timeZone ?? null,
    address: {
      line1: address('line1'),
      line2: address('line2'),
      city: address('city'),
      state: address('state'),
      postalCode: address('postalCode'),
      country: address('country') || country,
    },
  }
}

/** A country alone is no address: it stands there by default. */
export function inputOf({ name, code, phone, email, timeZone, address }: StoreValues): StoreInput {
  const filled = addressFields.some((field) => field !== 'country' && text(address[field]) !== null)
  return {
    name: name.trim(),
    code: text(code),
    phone: text(phone),
    email: text(email),
    timeZone,
    address: filled
      ? {
          line1: text(address.line1),
          line2: text(address.line2),
          city: text(address.city),
          state: text(address.state),
          postalCode: text(address.postalCode),
          country: text(address.country),
        }
      : null,
  }
}

const text = (value: string | null): string | null => value?.trim() || null
