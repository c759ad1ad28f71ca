// What the address of the list of orders says, and what is asked of the server for it. Pure.
import { compact, dayOf, idOf, oneOf, someOf, textOf, textsOf } from '../../kernel/address.ts'

export const orderStatuses = [
  'draft',
  'open',
  'confirmed',
  'fulfilled',
  'completed',
  'cancelled',
  'refunded',
] as const
export const orderChannels = ['pos', 'web', 'phone', 'catering', 'other'] as const
export const orderStates = ['past', 'current', 'recurring'] as const

export type OrderSearch = {
  q?: string
  state?: (typeof orderStates)[number]
  status?: readonly (typeof orderStatuses)[number][]
  channel?: readonly (typeof orderChannels)[number][]
  store?: readonly string[]
  guests?: true
  /** One customer, set by a link only. */
  customer?: string
  /** What an import wrote, set by a link only. */
  import?: string
  from?: string
  to?: string
  fulfilFrom?: string
  fulfilTo?: string
}

/** Two ends of a range of days, either of which may be open. */
const ranges = { placed: ['from', 'to'], wanted: ['fulfilFrom', 'fulfilTo'] } as const
export type RangeName = keyof typeof ranges
export type FilterName =
  | RangeName
  | 'state'
  | 'status'
  | 'channel'
  | 'store'
  | 'guests'
  | 'customer'
  | 'import'
export const filterNames: readonly FilterName[] = [
  ...(['placed', 'wanted', 'state', 'status', 'channel', 'store', 'guests', 'customer', 'import'] as const),
]
/** Only a link sets these. */
export const linkedNames: readonly FilterName[] = ['customer', 'import']
const isRange = (name: FilterName): name is RangeName => name in ranges

export const rangeIn = (search: OrderSearch, name: RangeName) => ({
  from: search[ranges[name][0]],
  to: search[ranges[name][1]],
})

export const withRange = (
  search: OrderSearch,
  name: RangeName,
  { from, to }: Readonly<{ from?: string | undefined; to?: string | undefined }>,
): OrderSearch => compact({ ...search, [ranges[name][0]]: from, [ranges[name][1]]: to })

/** What cannot be read is left out: a link that was cut or altered shows the list all the same. */
export function parseOrderSearch(raw: Readonly<Record<string, unknown>>): OrderSearch {
  return compact({
    q: textOf(raw.q, 200),
    state: oneOf(raw.state, orderStates),
    status: someOf(raw.status, orderStatuses),
    channel: someOf(raw.channel, orderChannels),
    store: textsOf(raw.store, 200),
    guests: raw.guests === true || raw.guests === 'true' || undefined,
    customer: idOf(raw.customer),
    import: idOf(raw.import),
    from: dayOf(raw.from),
    to: dayOf(raw.to),
    fulfilFrom: dayOf(raw.fulfilFrom),
    fulfilTo: dayOf(raw.fulfilTo),
  })
}

/** The filters as the server names them. */
export function filterOf({ q, status, channel, store, ...filter }: OrderSearch) {
  return {
    ...filter,
    q: q?.trim() || undefined,
    status: status && [...status],
    channel: channel && [...channel],
    store: store && [...store],
  }
}
export type OrderFilter = ReturnType<typeof filterOf>

export function isFilterSet(search: OrderSearch, name: FilterName): boolean {
  if (isRange(name)) return Object.values(rangeIn(search, name)).some((day) => day !== undefined)
  return search[name] !== undefined
}

export const countFilters = (search: OrderSearch): number =>
  filterNames.filter((name) => isFilterSet(search, name)).length

export const isNarrowed = (search: OrderSearch): boolean => search.q !== undefined || countFilters(search) > 0

export function withoutFilter(search: OrderSearch, name: FilterName): OrderSearch {
  if (isRange(name)) return withRange(search, name, {})
  return compact({ ...search, [name]: undefined })
}

/** The words stay. */
export const withoutFilters = ({ q }: OrderSearch): OrderSearch => compact({ q })
