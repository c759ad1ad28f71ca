// How an order is named and dated, the same on every screen.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../api/queries.ts'
import { useFormat } from '../../ui/format-context.tsx'
import type { Order, OrderRow } from './orders.api.ts'

type Numbered = Pick<OrderRow, 'number' | 'receiptNumber' | 'externalId'>

export const numberOf = ({ number, receiptNumber, externalId }: Numbered): string =>
  number ?? receiptNumber ?? externalId

/** The zone where the order's store is, else that of the business: its day was counted there. */
export function useStoreZone(): (store: OrderRow['store']) => string {
  const { timeZone } = useFormat()
  const { data: stores } = useQuery(storesQuery)
  return (store) => stores?.find(({ id }) => id === store?.id)?.timeZone ?? timeZone
}

/** “12 Nov 2026, 14:05”, where its store is. */
export function usePlacedText(): (order: Pick<OrderRow, 'placedAt' | 'localDay' | 'store'>) => string {
  const format = useFormat()
  const zoneOf = useStoreZone()
  return ({ placedAt, localDay, store }) => `${format.day(localDay)}, ${format.time(placedAt, zoneOf(store))}`
}

/** “for 14 Nov 2026, 12:00”, where its store is; null when nobody said when it is wanted. */
export function useWantedText(): (order: Pick<Order, 'fulfilAt' | 'store'>) => string | null {
  const { t } = useTranslation()
  const format = useFormat()
  const zoneOf = useStoreZone()
  return ({ fulfilAt, store }) =>
    fulfilAt === null ? null : t('orders.page.wanted', { when: format.dateTime(fulfilAt, zoneOf(store)) })
}

/** What the source named of a customer that was not found, the most telling first. */
export function namedBy(reference: OrderRow['customerReference']): string | null {
  const { email, phone, number, externalId } = reference ?? {}
  return [email, phone, number, externalId].find((one) => typeof one === 'string') ?? null
}

/** Nobody waits for the money of what was called off or given back. */
export const isOwed = ({ due, status }: Pick<OrderRow, 'due' | 'status'>): boolean =>
  due > 0 && status !== 'cancelled' && status !== 'refunded'
