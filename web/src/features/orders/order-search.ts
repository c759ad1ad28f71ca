// What the address of the list of orders says, and what is asked of the server for it. Pure.
import { compact, dayOf, oneOf, someOf, textOf, textsOf } from '../../kernel/address.ts'

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
  from?: string
  to?: string
}

export type FilterName = 'placed' | 'state' | 'status' | 'channel' | 'store' | 'guests'
export const filterNames: readonly FilterName[] = ['placed', 'state', 'status', 'channel', 'store', 'guests']

/** What cannot be read is left out: a link that was cut or altered shows the list all the same. */
export function parseOrderSearch(raw: Readonly<Record<string, unknown>>): OrderSearch {
  return compact({
    q: textOf(raw.q, 200),
    state: oneOf(raw.state, orderStates),
    status: someOf(raw.status, orderStatuses),
    channel: someOf(raw.channel, orderChannels),
    store: textsOf(raw.store, 200),
    guests: raw.guests === true || raw.guests === 'true' || undefined,
    from: dayOf(raw.from),
    to: dayOf(raw.to),
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
  if (name === 'placed') return search.from !== undefined || search.to !== undefined
  return search[name] !== undefined
}

export const countFilters = (search: OrderSearch): number =>
  filterNames.filter((name) => isFilterSet(search, name)).length

export const isNarrowed = (search: OrderSearch): boolean => search.q !== undefined || countFilters(search) > 0

export function withoutFilter(search: OrderSearch, name: FilterName): OrderSearch {
  if (name === 'placed') return compact({ ...search, from: undefined, to: undefined })
  return compact({ ...search, [name]: undefined })
}

/** The words stay. */
export const withoutFilters = ({ q }: OrderSearch): OrderSearch => compact({ q })
