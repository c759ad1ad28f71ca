/**
 * The JSON of a page, written by PostgreSQL in one statement and sent as it is. What comes from other tables is gathered
 * for the whole page at once: looked up row by row, tags and stores alone took half of a list's time.
 */
import { customerColumns, listItemFields } from '../customer.fields.ts'
import type { Asker } from './list.resolve.ts'
import type { Params } from './params.ts'

export type Page = {
  /** SQL of (customer_id, key), in order; one row more than `limit` when there is a next page. */
  readonly ids: string
  readonly limit: number
  readonly fields: readonly string[] | null
}

/** Answers one row: `items` as JSON text, and of the last row of a page that has a next one `key` and `id`. */
export function pageOfItems(
  { ids, limit, fields }: Page,
  { merchant }: Pick<Asker, 'merchant'>,
  p: Params,
): string {
  const wanted = fields ?? listItemFields
  const gathered = Object.entries(gatheredLists).filter(([field]) => wanted.includes(field))
  const overrides = {
    ...Object.fromEntries(gathered.map(([field]) => [field, `coalesce(${field}.list, '[]')`])),
    ...(fields === null && { phones: primaryPhone }),
  }
  const shown = p(limit, 'int')
  const joins = gathered.map(
    ([field, list]) => `left join (${list(shown)}) ${field} on ${field}.customer_id = p.customer_id`,
  )
  return `with page as materialized (select h.customer_id, h.key, row_number() over () as n from (${ids}) h)
    select coalesce((select json_agg(o) from (
        select ${customerColumns(wanted, merchant, overrides)}
          from page p join customers c on c.merchant_id = $1 and c.id = p.customer_id ${joins.join(' ')}
         where p.n <= ${shown} order by p.n) o), '[]')::text as items,
      last.key, last.customer_id as id
    from (values (1)) one left join page last on last.n = ${shown} and exists (select from page where n > ${shown})`
}

const primaryPhone = `(select coalesce(json_agg(json_build_object('kind', t -> 'kind', 'number', t -> 'number',
    'extension', t -> 'extension', 'valid', t -> 'valid', 'isPrimary', t -> 'isPrimary')), '[]')
  from jsonb_array_elements(c.phones) t where t -> 'isPrimary' = 'true')`

type List = (shown: string) => string

const gatheredLists: Readonly<Record<string, List>> = {
  tags: (
    shown,
  ) => `select l.customer_id, json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color)
       order by t.name_key, t.id) as list
     from page p join customer_tags l on l.merchant_id = $1 and l.customer_id = p.customer_id
     join tags t on t.merchant_id = $1 and t.id = l.tag_id where p.n <= ${shown} group by 1`,
  stores: (
    shown,
  ) => `select l.customer_id, json_agg(json_build_object('id', t.id, 'name', t.name, 'preferred', l.preferred)
       order by l.preferred desc, t.name_key, t.id) as list
     from page p join customer_stores l on l.merchant_id = $1 and l.customer_id = p.customer_id
     join stores t on t.merchant_id = $1 and t.id = l.store_id where p.n <= ${shown} group by 1`,
  organizations: (
    shown,
  ) => `select l.contact_id as customer_id, json_agg(json_build_object('id', g.id, 'number', g.number,
       'name', g.display_name, 'title', l.title, 'isManager', l.is_manager, 'isPrimary', l.is_primary, 'from', l."from",
       'until', l.until) order by l.is_primary desc, g.display_name, g.id) as list
     from page p join affiliations l on l.merchant_id = $1 and l.contact_id = p.customer_id
     join customers g on g.merchant_id = $1 and g.id = l.organization_id where p.n <= ${shown} group by 1`,
}

export const pageText = (items: string, next: string | null): string =>
  `{"items":${items},"nextCursor":${next === null ? 'null' : `"${next}"`}}`
