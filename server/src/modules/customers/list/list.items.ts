/**
 * The JSON of a page, written by PostgreSQL in one statement and sent nearly as it is: turned into objects and back it
 * would keep the one JavaScript thread seven times as long.
 */
import type { Reader } from '../../../db/client.ts'
import { customerColumns, listItemFields } from '../customer.fields.ts'
import { fingerprint, legendOf } from './list.legend.ts'
import { withLinks } from './list.links.rules.ts'
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

type Row = ItemsPage & { readonly fingerprint: string | null }

export async function readPage(reader: Reader, asker: Asker, page: Page, p: Params): Promise<ItemsPage> {
  const [row] = await run<Row>(reader, pageOfItems(page, asker), p)
  if (row === undefined) return { items: '[]', key: null, id: null }
  const { key, id, fingerprint } = row
  if (fingerprint === null) return row
  const legend = await legendOf(reader, asker.scope.merchantId, fingerprint)
  return { items: withLinks(row.items, legend), key, id }
}

export const pageText = (items: string, next: string | null): string =>
  `{"items":${items},"nextCursor":${next === null ? 'null' : `"${next}"`}}`

const linked = ['tags', 'stores', 'organizations']
const linkColumns = ['tag_nos', 'store_nos', 'preferred_store_no', 'affiliated']

/** The links of `alias`, a search row, as further columns of the ids. */
export const linksOf = (alias: string): string => linkColumns.map((column) => `${alias}.${column}`).join(', ')

function pageOfItems({ ids, hasLinks, limit, fields }: Page, { merchant }: Pick<Asker, 'merchant'>): string {
  const wanted = fields ?? listItemFields
  const needsLinks = wanted.some((field) => linked.includes(field))
  const columns = customerColumns(wanted, merchant, {
    ...fromLinks,
    ...(fields === null && { phones: primaryPhone }),
  })
  const found = `(select h.*, row_number() over () as n from (${ids}) h)`
  const page =
    hasLinks || !needsLinks
      ? `page as materialized ${found}`
      : `found as materialized ${found}, page as materialized (
          select found.*, ${linksOf('f')} from found
            join search_customers f on f.merchant_id = $1 and f.customer_id = found.customer_id)`
  const print = wanted.includes('tags') || wanted.includes('stores') ? fingerprint : 'null'
  return `with ${page}
    select coalesce((select json_agg(o) from (
        select ${columns} from page p join customers c on c.merchant_id = $1 and c.id = p.customer_id
         where p.n <= ${limit} order by p.n) o), '[]')::text as items,
      ${print} as fingerprint, last.key, last.customer_id as id
    from (values (1)) one left join page last on last.n = ${limit} and exists (select from page where n > ${limit})`
}

const primaryPhone = `(select coalesce(json_agg(json_build_object('kind', t -> 'kind', 'number', t -> 'number',
    'extension', t -> 'extension', 'valid', t -> 'valid', 'isPrimary', t -> 'isPrimary')), '[]')
  from jsonb_array_elements(c.phones) t where t -> 'isPrimary' = 'true')`

/** Looked up only for those that have any. */
const organizationsOf = `case when p.affiliated then (select json_agg(x) from (
    select g.id, g.number, g.display_name as name, l.title, l.is_manager as "isManager", l.is_primary as "isPrimary", l."from", l.until
      from affiliations l join customers g on g.merchant_id = $1 and g.id = l.organization_id
     where l.merchant_id = $1 and l.contact_id = p.customer_id order by l.is_primary desc, g.display_name, g.id) x)
  else '[]' end`

const fromLinks = {
  tags: 'p.tag_nos',
  stores: 'p.store_nos || coalesce(-p.preferred_store_no, 0)',
  organizations: organizationsOf,
}
