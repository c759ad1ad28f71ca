// Which list each card opens: just those whom or what it counts. Pure.
import { daysAfter } from '../../../kernel/calendar.ts'
import type { ListSearch } from '../list/list-search.ts'
import type { Period } from './summary.api.ts'

/** What is neither a draft nor called off. */
const counting = ['open', 'confirmed', 'fulfilled', 'completed', 'refunded'] as const
/** Days on which somebody is new. */
const NEW_DAYS = 30

type Shown = Readonly<{
  setup: 'hierarchy' | 'flat' | 'hybrid'
  /** Works for some stores only: the cards are of these, the figures of customers of all. */
  isLimited: boolean
  store: readonly string[] | undefined
  period: Period
  /** The first day of the sales. */
  first: string | undefined
  today: string
}>
type OrderPlaces = Readonly<{
  status: typeof counting
  store?: readonly string[]
  from?: string
  to?: string
}>

export function cardLists({ setup, isLimited, store, period, first, today }: Shown) {
  const narrowed = store === undefined ? {} : { store }
  const days = period === 'all' || first === undefined ? {} : { from: first, to: today }
  const customers = (search: ListSearch): ListSearch => ({ ...narrowed, ...search })
  return {
    total: customers(setup === 'flat' ? {} : { type: 'business' }),
    sales: { ...narrowed, ...days, status: counting } satisfies OrderPlaces,
    // What somebody spent at one store is told by no list.
    top: store === undefined && !isLimited ? topOf(setup, period) : null,
    atRisk: customers({ activity: ['atRisk'] }),
    fresh: customers({ customerSinceFrom: daysAfter(today, 1 - NEW_DAYS) }),
  }
}

/** Where organizations are told apart, what their people ordered is in theirs already. */
const topOf = (setup: Shown['setup'], period: Period): ListSearch => ({
  sort: period === 'all' ? '-revenueTotal' : `-revenue${period}`,
  ...(setup !== 'flat' && { affiliated: 'no' }),
})

export type CardLists = ReturnType<typeof cardLists>
