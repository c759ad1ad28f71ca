// What the address of the list of orders says, and what is asked of the server for it. Pure.

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
    q: text(raw.q, 200),
    state: orderStates.find((one) => one === raw.state),
    status: someOf(raw.status, orderStatuses),
    channel: someOf(raw.channel, orderChannels),
    store: texts(raw.store),
    guests: raw.guests === true || raw.guests === 'true' || undefined,
    from: day(raw.from),
    to: day(raw.to),
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

/** In and out of a list; none of it is no filter. */
export function toggled<T>(values: readonly T[] | undefined, value: T): readonly T[] | undefined {
  const others = (values ?? []).filter((other) => other !== value)
  const next = others.length === (values ?? []).length ? [...others, value] : others
  return next.length === 0 ? undefined : next
}

export function compact(search: { [K in keyof OrderSearch]?: OrderSearch[K] | undefined }): OrderSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

/** The router reads `?q=123` as a number. */
function text(value: unknown, longest: number): string | undefined {
  const words = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  if (typeof words !== 'string' || words.trim() === '') return undefined
  return [...words.replaceAll('\0', '')].slice(0, longest).join('')
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function texts(value: unknown): readonly string[] | undefined {
  const list = listOf(value).flatMap((one) => text(one, 200) ?? [])
  return list.length === 0 ? undefined : [...new Set(list)].slice(0, 50)
}

function someOf<T extends string>(value: unknown, allowed: readonly T[]): readonly T[] | undefined {
  const given = listOf(value)
  const list = allowed.filter((one) => given.includes(one))
  return list.length === 0 ? undefined : list
}

function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined
}
