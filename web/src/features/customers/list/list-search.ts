// What the address of the customer list says, and what is asked of the server for it. The address is the only home
// of filters and sort: a link reproduces the view. Pure.
import { compact, dayOf, oneOf, seasonOf, someOf, textOf, textsOf } from '../../../kernel/address.ts'

export const sortFields = [
  ...(['name', 'type', 'email', 'number', 'createdAt'] as const),
  ...(['lastOrderAt', 'revenue4w', 'revenue3m', 'revenue6m', 'revenueTotal', 'reviews'] as const),
] as const
export type SortField = (typeof sortFields)[number]
export type Sort = SortField | `-${SortField}`

/** How a customer orders: since when, and how likely again. */
export const activityStates = ['new', 'active', 'atRisk', 'lost', 'none'] as const
export type ActivityState = (typeof activityStates)[number]

export type ListSearch = {
  q?: string
  type?: 'personal' | 'business'
  status?: 'inactive' | 'all'
  tag?: readonly string[]
  store?: readonly string[]
  activity?: readonly ActivityState[]
  organization?: string
  /** `no`: without the people of organizations; set by a link only. */
  affiliated?: 'no'
  /** Whom this import brought; set by a link only. */
  import?: string
  importOutcome?: 'created' | 'updated'
  createdFrom?: string
  createdTo?: string
  lastOrderFrom?: string
  lastOrderTo?: string
  customerSinceFrom?: string
  customerSinceTo?: string
  /** `MM-DD..MM-DD`, also over the new year; set by a link only, like the days since when somebody is a customer. */
  birthday?: string
  anniversary?: string
  sort?: Sort
}

/** Two ends of a range of days, either of which may be open. */
const rangeNames = ['created', 'lastOrder', 'customerSince'] as const
export type RangeName = (typeof rangeNames)[number]
/** Days of every year. */
const seasonNames = ['birthday', 'anniversary'] as const
export type SeasonName = (typeof seasonNames)[number]
export type FilterName =
  | ('type' | 'status' | 'tag' | 'store' | 'activity' | 'organization' | 'affiliated' | 'import')
  | (RangeName | SeasonName)
export const filterNames: readonly FilterName[] = [
  ...(['type', 'tag', 'activity', 'store', 'organization'] as const),
  ...(['lastOrder', 'created', 'customerSince', 'status', 'affiliated'] as const),
  ...seasonNames,
  'import',
]
/** What only links set: it is shown once it is. */
export const linkedNames: readonly FilterName[] = ['customerSince', 'affiliated', 'import', ...seasonNames]
export const isSeason = (name: FilterName): name is SeasonName => seasonNames.some((one) => one === name)
export const isRange = (name: FilterName): name is RangeName => rangeNames.some((range) => range === name)

type SetUp = 'hierarchy' | 'flat' | 'hybrid'

export type ListTab = 'all' | 'business' | 'personal'

/** The lists that a set-up has apart: one list has no tabs. */
export const tabsOf = (setup: SetUp): readonly ListTab[] =>
  setup === 'flat' ? [] : setup === 'hierarchy' ? ['business', 'personal'] : ['all', 'business', 'personal']

export function tabOf({ type }: ListSearch, setup: SetUp): ListTab {
  return type !== undefined && tabsOf(setup).includes(type) ? type : 'all'
}

/** In the list of organizations each shows its people in place. */
export const opensRows = (tab: ListTab): boolean => tab === 'business'

/** What cannot be read is left out: a link that was cut or altered shows the list all the same. */
export function parseListSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  return compact({
    q: textOf(raw.q, 200),
    type: oneOf(raw.type, ['personal', 'business'] as const),
    status: oneOf(raw.status, ['inactive', 'all'] as const),
    tag: textsOf(raw.tag, 100),
    store: textsOf(raw.store, 100),
    activity: someOf(raw.activity, activityStates),
    organization: textOf(raw.organization, 100),
    affiliated: oneOf(raw.affiliated, ['no'] as const),
    import: textOf(raw.import, 36),
    importOutcome: raw.import ? oneOf(raw.importOutcome, ['created', 'updated'] as const) : undefined,
    createdFrom: dayOf(raw.createdFrom),
    createdTo: dayOf(raw.createdTo),
    lastOrderFrom: dayOf(raw.lastOrderFrom),
    lastOrderTo: dayOf(raw.lastOrderTo),
    customerSinceFrom: dayOf(raw.customerSinceFrom),
    customerSinceTo: dayOf(raw.customerSinceTo),
    birthday: seasonOf(raw.birthday),
    anniversary: seasonOf(raw.anniversary),
    sort: sort(raw.sort),
  })
}

/** The filters as the server names them: for the list, its count, and bulk actions on all that match. */
export function filterOf(search: ListSearch) {
  const { sort: _sort, tag, store, activity, ...filter } = search
  return {
    ...filter,
    q: search.q?.trim() || undefined,
    tag: tag ? [...tag] : undefined,
    store: store ? [...store] : undefined,
    activity: activity ? [...activity] : undefined,
  }
}
export type ListFilter = ReturnType<typeof filterOf>

/** Without words and without a choice the list is alphabetical; with words the server puts the best match first. */
export const sortInForce = (search: ListSearch): Sort | null => search.sort ?? (search.q ? null : 'name')

/** The latest and the most are what one looks for. */
const latestFirst = /^(created|lastOrder|revenue|reviews)/

/** A click on a heading: its natural direction, then the other, then none of its own. */
export function nextSort(search: ListSearch, field: SortField): Sort | undefined {
  const isLatestFirst = latestFirst.test(field)
  const first: Sort = isLatestFirst ? `-${field}` : field
  const second: Sort = isLatestFirst ? field : `-${field}`
  const now = sortInForce(search)
  if (now === first) return second
  if (now === second) return undefined
  return first
}

export function isFilterSet(search: ListSearch, name: FilterName): boolean {
  if (isRange(name)) return search[`${name}From`] !== undefined || search[`${name}To`] !== undefined
  return search[name] !== undefined
}

export const countFilters = (search: ListSearch): number =>
  filterNames.filter((name) => isFilterSet(search, name)).length

export const isNarrowed = (search: ListSearch): boolean => search.q !== undefined || countFilters(search) > 0

/** A list of its own is not narrowed by being opened: it says what it is of. */
export function whatIsCounted(search: ListSearch, setup: SetUp) {
  const tab = tabOf(search, setup)
  if (isNarrowed(tab === 'all' ? search : { ...search, type: undefined })) return 'matches'
  return tab === 'all' ? 'count' : tab === 'business' ? 'businesses' : 'contacts'
}

/** The part of the search that goes when a chip is removed. */
export function withoutFilter(search: ListSearch, name: FilterName): ListSearch {
  if (isRange(name)) return compact({ ...search, [`${name}From`]: undefined, [`${name}To`]: undefined })
  const { importOutcome, ...rest } = search
  return compact({ ...(name === 'import' ? rest : search), [name]: undefined })
}

/** All filters and words gone; the order of the rows stays. */
export const withoutFilters = (search: ListSearch): ListSearch => compact({ sort: search.sort })

function sort(value: unknown): Sort | undefined {
  const all: readonly Sort[] = sortFields.flatMap((field) => [field, `-${field}` as const])
  return oneOf(value, all)
}
