import { isCallable } from '../reach.ts'
import type { CustomerRow } from './list.api.ts'

type Phones = Pick<CustomerRow, 'phone' | 'phones'>

/** Kept as it was typed, since no rules of numbers know it. */
export const isBadPhone = ({ phone, phones }: Phones): boolean =>
  phones?.some(({ number, valid }) => number === phone && !valid) ?? false

/** The number to call; null also for one that is kept as typed, which nothing calls. */
export const phoneToCall = (row: Phones): string | null =>
  row.phone && isCallable(row.phone) && !isBadPhone(row) ? row.phone : null
