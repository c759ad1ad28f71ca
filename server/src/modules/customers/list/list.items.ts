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
}

export type ItemsPage = {
  readonly items: string
  /** Of the last row, when another page follows. */
  readonly key: string | null
  readonly id: string | null
}

/** What `Items.row` came to for one row. */
export type RowText = string

type Row = {
  readonly n: number
  readonly text: RowText
  readonly key: string | null
  readonly fingerprint: string | null
}

type Rows = {
  readonly rows: readonly RowText[]
  readonly keys: readonly (string | null)[]
  readonly fingerprint: string | null
}

export async function readPage(reader: Reader, asker: Asker, page: Page, p: Params): Promise<ItemsPage> {
  const items = itemsOf(page.fields, asker)
  const key = `case when p.n = ${page.limit} then p.key end`
  const { rows, keys, fingerprint } = await readRows(reader, items, { ...page, key }, p)
  const at = page.limit - 1
  const last = rows[at]
  const isMore = rows.length > page.limit && last !== undefined
  return {
    items: await items.write(reader, isMore ? rows.slice(0, page.limit) : rows, fingerprint),
    key: isMore ? (keys[at] ?? null) : null,
    id: isMore ? idOf(last) : null,
  }
}

/** `key` is SQL over the row `p`; unless said otherwise each row's own. */
export async function readRows(
  reader: Reader,
  items: Items,
  { key = 'p.key', ...page }: Page & { readonly key?: string },
  p: Params,
): Promise<Rows> {
  const read = await run<Row>(reader, statementOf(page, items, key, p), p)
  // The joins keep the order; nobody promises it.
  read.sort((a, b) => a.n - b.n)
  return {
    rows: read.map(({ text }) => text),
    keys: read.map((row) => row.key),
    fingerprint: read[0]?.fingerprint ?? null,
  }
}

export const idOf = (row: RowText): string => row.slice(ID_AT, ID_AT + UUID_LENGTH)

/** How the items of these fields are read and written, for whoever brings search rows of their own. */
export type Items = {
  /** SQL of a row's text over `p`, a search row's `shownOf`, and over what `joins` joins to it. */
  row(p: Params): string
  readonly joins: string
  /** SQL that tells what the numbers of tags and stores in the rows stand for; asked once for a page. */
  readonly fingerprint: string
  /** JSON of the rows. */
  write(reader: Reader, rows: readonly RowText[], fingerprint: string | null): Promise<string>
}

export function itemsOf(fields: readonly string[] | null, asker: Asker): Items {
  const shape = shapeOf(fields)
  return {
    row: (p) => rowOf(shape, asker, p),
    joins:
      shape.others.length > 0 ? 'left join customers c on c.merchant_id = $1 and c.id = p.customer_id' : '',
    fingerprint: shape.links.tags || shape.links.stores ? fingerprint : 'null::text',
    write: async (reader, rows, print) => {
      const legend = print === null ? null : await legendOf(reader, asker.scope.merchantId, print)
      const { currency, timeZone } = asker.merchant
      const of = { legend, currency, today: todayIn(timeZone) }
      return `[${rows.map((row) => `{${itemText(row, shape, of)}}`).join()}]`
    },
  }
}

/** JSON of a page whose last members are `more`. */
export const pageOf = (items: string, more: object): string =>
  `{"items":${items},${JSON.stringify(more).slice(1)}`

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

function statementOf({ ids, hasShown }: Page, items: Items, key: string, p: Params): string {
  const numbered = `(select h.*, row_number() over ()::int as n from (${ids}) h)`
  const shown = hasShown
    ? `${numbered} p`
    : `(select h.*, ${shownOf('f')} from ${numbered} h
          join search_customers f on f.merchant_id = $1 and f.customer_id = h.customer_id) p`
  return `select p.n, ${items.row(p)} as text, ${key} as key, case when p.n = 1 then ${items.fingerprint} end as fingerprint
    from ${shown} ${items.joins}`
}

/** In JSON and in numbers it never stands. */
const PART_END = '\u001f'

function rowOf({ links, figures, others, isWhole }: Shape, asker: Asker, p: Params): string {
  const parts = [
    'p.cells',
    links.tags ? 'p.tag_nos::text' : none,
    links.stores ? 'p.store_nos::text || coalesce(p.preferred_store_no, 0)' : none,
    links.organizations ? `coalesce(p.organizations, ${none})` : none,
    figures.length > 0 ? `coalesce(p.figures, ${none})` : none,
    others.length > 0 ? othersOf(others, isWhole, asker, p) : none,
  ]
  return `concat_ws(chr(${PART_END.charCodeAt(0)}), ${parts.join(', ')})`
}

const none = "''"

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
function itemText(row: RowText, shape: Shape, { legend, ...of }: Written): string {
  const [cells = '', tags = '', stores = '', organizations = '', figures = '', others = ''] =
    row.split(PART_END)
  let text = shape.cells === null ? cells : someCells(cells, shape.cells)
  if (shape.links.tags && legend !== null) text += `,"tags":${tagsText(tags, legend)}`
  if (shape.links.stores && legend !== null) text += `,"stores":${storesText(stores, legend)}`
  if (shape.links.organizations) text += `,"organizations":[${organizations}]`
  if (shape.figures.length > 0) text += figureMembers(figures, shape.figures, of)
  // Its first member is the id, which the cells have already.
  if (shape.others.length > 0) text += others.slice(OTHERS_AT, -1)
  return text
}

const OTHERS_AT = '{"id":""'.length + UUID_LENGTH

/** A line break never stands within a JSON string. */
function someCells(text: string, wanted: readonly number[]): string {
  const cells = text.split(',\n')
  return wanted.map((at) => cells[at]).join()
}
