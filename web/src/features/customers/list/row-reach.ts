import { isCallable } from '../../../kernel/reach.ts'
import type { CustomerRow } from './list.api.ts'

type Phones = Pick<CustomerRow, 'phone' | 'phones' | 'organizationPhone'>

/** Their own, else that of their organization. */
export const shownPhone = ({ phone, organizationPhone }: Phones): string | null =>
  phone ?? organizationPhone ?? null

/** Of their own number. */
export const extensionOf = ({ phone, phones }: Phones): string | null =>
  phones?.find(({ number }) => number === phone)?.extension ?? null

/** Kept as it was typed, since no rules of numbers know it. */
export const isBadPhone = ({ phone, phones }: Phones): boolean =>
  phones?.some(({ number, valid }) => number === phone && !valid) ?? false

/** The number to call; null also for one that is kept as typed, which nothing calls. */
export function phoneToCall(row: Phones): string | null {
  const phone = shownPhone(row)
  return phone && isCallable(phone) && !isBadPhone(row) ? phone : null
}
