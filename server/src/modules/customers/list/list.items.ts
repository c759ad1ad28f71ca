/**
 * The items of a page, in one statement. What the list screen shows stands written in the search row: `cells` and
 * `organizations` as JSON that goes out as it is, `figures` as what they are made of. Only other fields come from the
 * customer's own row.
 */
import type { Reader } from '../../../db/client.ts'
import { todayIn } from '../../../kernel/today.ts'
import {
  customerColumns,
  lentFields,
  lentPhone,
  lentTags,
  listCells,
  listItemFields,
} from '../customer.fields.ts'
import { figureFields, figureMembers } from './list.figures.rules.ts'
import { fingerprint, legendOf } from './list.legend.ts'
import { type Legend, storesText, tagsText } from './list.links.rules.ts'
import type { Asker } from './list.resolve.ts'
import { type Params, run } from './params.ts'

export type Page = {
  /** SQL of (customer_id, key), in order; one row more than `limit` when there is a next page. `$1` is the merchant. */
  readonly ids: string
  /** Whether the ids come with what their search rows show. */
  readonly hasShown: boolean
  readonly limit: number
  readonly fields: readonly string[] | null
  /** For the last row alone, which is enough to go on from there; for all. */
  readonly keys?: 'last' | 'all'
}

export type ItemsPage = {
  readonly items: string
  /** Of the last row, when another page follows. */
  readonly key: string | null
  readonly id: string | null
}

type Row = {
  readonly n: number
  readonly fingerprint: string | null
  readonly cells: string
  readonly tags?: string
  readonly stores?: string
  readonly organizations?: string | null
  readonly figures?: string | null
  readonly others?: string
}

type KeyedRow = Row & { readonly key: string | null }

export async function readPage(reader: Reader, asker: Asker, page: Page, p: Params): Promise<ItemsPage> {
  const items = itemsOf(page.fields, asker)
  const rows = await readRows(reader, items, page, p)
  const last = rows[page.limit - 1]
  const isMore = rows.length > page.limit && last !== undefined
  return {
    items: await items.write(reader, isMore ? rows.slice(0, page.limit) : rows),
    key: isMore ? last.key : null,
    id: isMore ? idOf(last) : null,
  }
}

export async function readRows(reader: Reader, items: Items, page: Page, p: Params): Promise<KeyedRow[]> {
  const rows = await run<KeyedRow>(reader, statementOf(page, items, p), p)
  // The joins keep the order; nobody promises it.
  return rows.sort((a, b) => a.n - b.n)
}

export const idOf = (row: Pick<Row, 'cells'>): string => row.cells.slice(ID_AT, ID_AT + UUID_LENGTH)

/** How the items of these fields are read and written, for whoever brings search rows of their own. */
export type Items = {
  /** Columns over `p`, a search row's `shownOf` with its place `n`, from 1 on, and over what `joins` joins to it. */
  columns(p: Params): readonly string[]
  readonly joins: string
  /** JSON of the rows, in the order of their places. */
  write(reader: Reader, rows: readonly Row[]): Promise<string>
}

export function itemsOf(fields: readonly string[] | null, asker: Asker): Items {
  const shape = shapeOf(fields)
  return {
    columns: (p) => columnsOf(shape, asker, p),
    joins:
      shape.others.length > 0 ? 'left join customers c on c.merchant_id = $1 and c.id = p.customer_id' : '',
    write: async (reader, rows) => {
      const print = rows.find((row) => row.fingerprint !== null)?.fingerprint ?? null
      const legend = print === null ? null : await legendOf(reader, asker.scope.merchantId, print)
      let items = ''
      const { currency, timeZone } = asker.merchant
      const of = { legend, currency, today: todayIn(timeZone) }
      for (const row of rows) items += `${items === '' ? '' : ','}{${itemText(row, shape, of)}}`
      return `[${items}]`
    },
  }
}

export const pageText = (items: string, next: string | null): string =>
  `{"items":${items},"nextCursor":${next === null ? 'null' : `"${next}"`}}`

/** What an item is made of, as columns of `alias`, a search row. */
export const shownOf = (alias: string): string =>
  ['cells', 'tag_nos', 'store_nos', 'preferred_store_no', 'organizations', 'figures']
    .map((column) => `${alias}.${column}`)
    .join(', ')

type Shape = {
  /** Places of the wanted ones among `listCells`; null when all are. */
  readonly cells: readonly number[] | null
  readonly links: { readonly tags: boolean; readonly stores: boolean; readonly organizations: boolean }
  readonly figures: readonly string[]
  /** What is written for this page. */
  readonly others: readonly string[]
  /** Whether `fields` left it to us which. */
  readonly isWhole: boolean
}

const linkFields = ['tags', 'stores', 'organizations']
const notOthers: ReadonlySet<string> = new Set([...listCells, ...linkFields, ...figureFields])

function shapeOf(fields: readonly string[] | null): Shape {
  const wanted = new Set(['id', ...(fields ?? listItemFields)])
  const cells = listCells.flatMap((field, at) => (wanted.has(field) ? [at] : []))
  return {
    cells: cells.length === listCells.length ? null : cells,
    links: {
      tags: wanted.has('tags'),
      stores: wanted.has('stores'),
      organizations: wanted.has('organizations'),
    },
    figures: figureFields.filter((field) => wanted.has(field)),
    others: [...wanted].filter((field) => !notOthers.has(field)),
    isWhole: fields === null,
  }
}

function statementOf(
  { ids, hasShown, limit, keys = 'last' }: Page,
  { columns, joins }: Items,
  p: Params,
): string {
  const numbered = `(select h.*, row_number() over ()::int as n from (${ids}) h)`
  const shown = hasShown
    ? `${numbered} p`
    : `(select h.*, ${shownOf('f')} from ${numbered} h
          join search_customers f on f.merchant_id = $1 and f.customer_id = h.customer_id) p`
  const key = keys === 'all' ? 'p.key' : `case when p.n = ${limit} then p.key end`
  return `select ${columns(p).join(', ')}, ${key} as key from ${shown} ${joins}`
}

function columnsOf({ links, figures, others, isWhole }: Shape, asker: Asker, p: Params): string[] {
  const print = links.tags || links.stores ? `case when p.n = 1 then ${fingerprint} end` : 'null'
  return [
    'p.n',
    `${print} as fingerprint`,
    'p.cells',
    ...(links.tags ? ['p.tag_nos::text as tags'] : []),
    ...(links.stores ? ['p.store_nos::text || coalesce(p.preferred_store_no, 0) as stores'] : []),
    ...(links.organizations ? ['p.organizations'] : []),
    ...(figures.length > 0 ? ['p.figures'] : []),
    ...(others.length > 0 ? [`${othersOf(others, isWhole, asker, p)} as others`] : []),
  ]
}

function othersOf(
  fields: readonly string[],
  isWhole: boolean,
  { merchant, scope }: Asker,
  p: Params,
): string {
  const isLent = fields.some((field) => lentFields.includes(field))
  const seen = isLent && scope.storeIds !== null ? knownAt('g', p(scope.storeIds, 'uuid[]')) : undefined
  const overrides = {
    ...(isWhole && { phones: primaryPhone }),
    ...(scope.storeIds !== null && fields.includes('manager') && { manager: managerIn(scope.storeIds, p) }),
    ...(seen !== undefined && { organizationPhone: lentPhone(seen), organizationTags: lentTags(seen) }),
  }
  return `(select row_to_json(o)::text from (select ${customerColumns(fields, merchant, overrides)}) o)`
}

/** Of a manager outside the caller's stores only who it is. */
const managerIn = (storeIds: readonly string[], p: Params) =>
  `(select json_build_object('id', m.id, 'name', m.display_name, 'phone', case when ${knownAt('m', p(storeIds, 'uuid[]'))}
      then m.phone end)
    from customers m where m.merchant_id = $1 and m.id = c.manager_id)`

const knownAt = (alias: string, stores: string) =>
  `exists (select from customer_stores v where v.merchant_id = $1 and v.customer_id = ${alias}.id and v.store_id = any(${stores}))`

const primaryPhone = `(select coalesce(json_agg(json_build_object('kind', t -> 'kind', 'number', t -> 'number',
    'extension', t -> 'extension', 'valid', t -> 'valid', 'isPrimary', t -> 'isPrimary')), '[]')
  from jsonb_array_elements(c.phones) t where t -> 'isPrimary' = 'true')`

const ID_AT = '"id":"'.length
const UUID_LENGTH = 36

type Written = { readonly legend: Legend | null; readonly currency: string; readonly today: string }

/** The members of an item's object. */
function itemText(row: Row, { cells, links, figures }: Shape, { legend, ...of }: Written): string {
  let text = cells === null ? row.cells : someCells(row.cells, cells)
  if (row.tags !== undefined && legend !== null) text += `,"tags":${tagsText(row.tags, legend)}`
  if (row.stores !== undefined && legend !== null) text += `,"stores":${storesText(row.stores, legend)}`
  if (links.organizations) text += `,"organizations":[${row.organizations ?? ''}]`
  if (figures.length > 0) text += figureMembers(row.figures ?? null, figures, of)
  // Its first member is the id, which the cells have already.
  if (row.others !== undefined) text += row.others.slice(OTHERS_AT, -1)
  return text
}

const OTHERS_AT = '{"id":""'.length + UUID_LENGTH

/** A line break never stands within a JSON string. */
function someCells(text: string, wanted: readonly number[]): string {
  const cells = text.split(',\n')
  return wanted.map((at) => cells[at]).join()
}
