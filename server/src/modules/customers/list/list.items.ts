/**
 * The items of a page, in one statement. What the list screen shows of a customer's own row lies there as written JSON
 * (`list_cells`) and goes out as it is: formatted anew for each page, it took PostgreSQL as long as finding the rows.
 */
import type { Reader } from '../../../db/client.ts'
import { customerColumns, listCells, listItemFields } from '../customer.fields.ts'
import { fingerprint, legendOf } from './list.legend.ts'
import { type Legend, storesText, tagsText } from './list.links.rules.ts'
import type { Asker } from './list.resolve.ts'
import { type Params, run } from './params.ts'

export type Page = {
  /** SQL of (customer_id, key), in order; one row more than `limit` when there is a next page. `$1` is the merchant. */
  readonly ids: string
  /** Whether the ids come with the links of their search rows. */
  readonly hasLinks: boolean
  readonly limit: number
  readonly fields: readonly string[] | null
}

export type ItemsPage = {
  readonly items: string
  /** Of the last row, when another page follows. */
  readonly key: string | null
  readonly id: string | null
}

type Row = {
  readonly n: number
  readonly key: string | null
  readonly fingerprint: string | null
  readonly cells: string
  readonly tags: string | null
  readonly stores: string | null
  readonly organizations: string | null
  readonly others: string | null
}

export async function readPage(reader: Reader, asker: Asker, page: Page, p: Params): Promise<ItemsPage> {
  const shape = shapeOf(page.fields)
  const rows = await run<Row>(reader, statementOf(page, shape, asker), p)
  // The joins keep the order; nobody promises it.
  rows.sort((a, b) => a.n - b.n)
  const print = rows[0]?.fingerprint ?? null
  const legend = print === null ? null : await legendOf(reader, asker.scope.merchantId, print)
  const last = rows[page.limit - 1]
  const isMore = rows.length > page.limit && last !== undefined
  let items = ''
  for (const row of isMore ? rows.slice(0, page.limit) : rows) {
    items += `${items === '' ? '' : ','}{${itemText(row, shape, legend)}}`
  }
  return {
    items: `[${items}]`,
    key: isMore ? last.key : null,
    id: isMore ? last.cells.slice(ID_AT, ID_AT + UUID_LENGTH) : null,
  }
}

export const pageText = (items: string, next: string | null): string =>
  `{"items":${items},"nextCursor":${next === null ? 'null' : `"${next}"`}}`

/** The links of `alias`, a search row, as further columns of the ids. */
export const linksOf = (alias: string): string =>
  ['tag_nos', 'store_nos', 'preferred_store_no', 'affiliated']
    .map((column) => `${alias}.${column}`)
    .join(', ')

type Shape = {
  /** Places of the wanted ones among `listCells`; null when all are. */
  readonly cells: readonly number[] | null
  readonly links: { readonly tags: boolean; readonly stores: boolean; readonly organizations: boolean }
  /** What is written for this page. */
  readonly others: readonly string[]
  /** Whether `fields` left it to us which. */
  readonly isWhole: boolean
}

const linkFields = ['tags', 'stores', 'organizations']

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
    others: [...wanted].filter((field) => !listCells.includes(field) && !linkFields.includes(field)),
    isWhole: fields === null,
  }
}

function statementOf(
  { ids, hasLinks, limit }: Page,
  { links, others, isWhole }: Shape,
  { merchant }: Pick<Asker, 'merchant'>,
): string {
  const needsLegend = links.tags || links.stores
  const numbered = `(select h.*, row_number() over ()::int as n from (${ids}) h)`
  const page =
    hasLinks || !(needsLegend || links.organizations)
      ? numbered
      : `(select h.*, ${linksOf('f')} from ${numbered} h
            join search_customers f on f.merchant_id = $1 and f.customer_id = h.customer_id)`
  const columns = [
    'p.n',
    `case when p.n = ${limit} then p.key end as key`,
    `${needsLegend ? `case when p.n = 1 then ${fingerprint} end` : 'null'} as fingerprint`,
    'c.list_cells as cells',
    `${links.tags ? 'p.tag_nos::text' : 'null'} as tags`,
    `${links.stores ? 'p.store_nos::text || coalesce(p.preferred_store_no, 0)' : 'null'} as stores`,
    `${links.organizations ? organizationsOf : 'null'} as organizations`,
    `${others.length > 0 ? othersOf(others, isWhole, merchant) : 'null'} as others`,
  ]
  return `select ${columns.join(', ')}
    from ${page} p join customers c on c.merchant_id = $1 and c.id = p.customer_id`
}

/** Looked up only for those that have any. */
const organizationsOf = `case when p.affiliated then (
    select string_agg('{' || g.organization_cells || ',' || l.list_cells || '}', ',' order by l.is_primary desc, g.display_name, g.id)
      from affiliations l join customers g on g.merchant_id = $1 and g.id = l.organization_id
     where l.merchant_id = $1 and l.contact_id = p.customer_id) end`

const othersOf = (fields: readonly string[], isWhole: boolean, merchant: Asker['merchant']) =>
  `(select row_to_json(o)::text from (select ${customerColumns(fields, merchant, isWhole ? { phones: primaryPhone } : {})}) o)`

const primaryPhone = `(select coalesce(json_agg(json_build_object('kind', t -> 'kind', 'number', t -> 'number',
    'extension', t -> 'extension', 'valid', t -> 'valid', 'isPrimary', t -> 'isPrimary')), '[]')
  from jsonb_array_elements(c.phones) t where t -> 'isPrimary' = 'true')`

const ID_AT = '"id":"'.length
const UUID_LENGTH = 36

/** The members of an item's object. */
function itemText(row: Row, { cells, links, others }: Shape, legend: Legend | null): string {
  let text = cells === null ? row.cells : someCells(row.cells, cells)
  if (links.tags)
    text += `,"tags":${row.tags === null || legend === null ? '[]' : tagsText(row.tags, legend)}`
  if (links.stores) {
    text += `,"stores":${row.stores === null || legend === null ? '[]' : storesText(row.stores, legend)}`
  }
  if (links.organizations) text += `,"organizations":[${row.organizations ?? ''}]`
  // Its first member is the id, which the cells have already.
  if (others.length > 0 && row.others !== null) text += row.others.slice(OTHERS_AT, -1)
  return text
}

const OTHERS_AT = '{"id":""'.length + UUID_LENGTH

/** A line break never stands within a JSON string. */
function someCells(text: string, wanted: readonly number[]): string {
  const cells = text.split(',\n')
  return wanted.map((at) => cells[at]).join()
}
