// The people of an organization as its list opens them: with figures, tags of both, and its phone where they have none.
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx, Scope } from '../../http/context.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { namePlace } from '../../kernel/places.ts'
import { notFound } from '../../kernel/problem.ts'
import { customerColumns, fieldsOf, lentFields, listCustomers, visibleTo } from '../customers/index.ts'
import type { ContactListQuery, OrganizationListQuery } from './organizations.schemas.ts'

type Asker = Pick<Ctx, 'scope' | 'merchant'>

const FIELDS =
  'photoUrl,displayName,number,type,status,activity,tags,phone,email,stores,lastOrderAt,revenue6m,reviews,version'

/** Business customers with their figures, as JSON text. */
export const listOrganizations = (
  reader: Reader,
  asker: Asker,
  query: OrganizationListQuery,
): Promise<string> =>
  listCustomers(reader, asker, { ...query, type: 'business', fields: query.fields ?? FIELDS })

const CONTACT_FIELDS = [
  'displayName',
  'status',
  'email',
  'phone',
  'photoUrl',
  'tags',
  'activity',
  'lastOrderAt',
  'revenue6m',
  'reviews',
  'organizationTags',
]
/** Over `o`, the organization. */
const ofOrganization = { phone: 'coalesce(c.phone, o.phone)', organizationTags: 'o.tags' }
const TAG = 'organization contacts'
type Row = { readonly id: string | null; readonly sort_name: string; readonly text: string }

export async function listContactsOf(
  reader: Reader,
  asker: Asker,
  id: string,
  query: ContactListQuery,
): Promise<string> {
  const limit = query.limit ?? 50
  const { rows } = await contactRows(asker, id, query).execute(reader)
  if (rows[0] === undefined) throw notFound('organization')
  const found = rows.filter((row) => row.id !== null)
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const nextCursor = last === undefined ? null : encodeCursor([last.sort_name, last.id], TAG)
  return `{"items":[${page.map(({ text }) => text).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`
}

/** A page in one statement, and one row more when there is a next one; a single row without an id where there is nobody. */
export function contactRows(
  { scope, merchant }: Asker,
  id: string,
  query: ContactListQuery,
): RawBuilder<Row> {
  // What other organizations lend a person may be out of the asker's sight; what this one does stands in `phone` already.
  const more = (fieldsOf(query.fields) ?? []).filter((field) => !lentFields.includes(field))
  const fields = [...CONTACT_FIELDS, ...more]
  return sql<Row>`
    select p.contact_id as id, p.sort_name, p.text
      from (select ${sql.raw(customerColumns(['phone', 'tags'], merchant))} from customers c
             where c.merchant_id = ${scope.merchantId} and c.id = ${id} and c.type = 'business' and ${visibleTo(scope)}) o
      left join lateral (
        select a.contact_id, a.sort_name, (select row_to_json(i)::text from (
                 select ${sql.raw(customerColumns(fields, merchant, ofOrganization))},
                        a.title, a.is_manager as "isManager", a.is_primary as "isPrimary", a."from", a.until,
                        c.phone is null and o.phone is not null as "phoneInherited") i) as text
          from (${linksOf(scope, id, query)}) a
          join customers c on c.merchant_id = ${scope.merchantId} and c.id = a.contact_id) p on true
     order by p.sort_name, p.contact_id`
}

/**
 * `offset 0` keeps a status a look-up per person: joined, all of twenty thousand would be read for the first fifty. Who is
 * out of sight is asked for no status: a user of a small store passes many of them.
 */
function linksOf(scope: Scope, id: string, { cursor, status, current, limit = 50 }: ContactListQuery) {
  const { name, id: contact } = afterOf(cursor)
  const ofStatus =
    status === undefined || status === 'all'
      ? sql`true`
      : sql`exists (select from customers m where m.merchant_id = a.merchant_id and m.id = a.contact_id
                       and m.status = ${status} offset 0)`
  const ofToday = current === true ? sql`(a.until is null or a.until >= current_date)` : sql`true`
  return sql`select a.* from affiliations a
    where a.merchant_id = ${scope.merchantId} and a.organization_id = ${id}
      and (a.sort_name, a.contact_id) > (${name}, ${contact}::uuid) and ${ofToday}
      and case when ${visibleTo(scope, 'a.contact_id')} then ${ofStatus} else false end
    order by a.sort_name, a.contact_id limit ${sql.raw(String(limit + 1))}`
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

const afterOf = (cursor: string | undefined) =>
  cursor === undefined ? { name: '', id: BEFORE_ALL } : namePlace(cursor, TAG)
