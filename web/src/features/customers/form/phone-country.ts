import { isBlankAddress } from './body.ts'
import type { CustomerValues } from './values.ts'

type Places = Readonly<{ id: string; address: { country: string | null } | null }>[]

/** A number without its country is one of the customer's address, else of its store, else of the merchant. */
export function phoneCountry(
  { addresses, stores }: Pick<CustomerValues, 'addresses' | 'stores'>,
  known: Readonly<Places>,
  home: string,
): string {
  const written = addresses.filter((address) => address.country !== '' && !isBlankAddress(address, home))
  const address = written.find(({ isDelivery }) => isDelivery) ?? written[0]
  if (address) return address.country
  const byPreference = [...stores].sort((a, b) => Number(b.preferred) - Number(a.preferred))
  const countries = byPreference.map(({ id }) => known.find((store) => store.id === id)?.address?.country)
  return countries.find((country) => country) ?? home
}
