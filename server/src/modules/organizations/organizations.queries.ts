// The people of an organization as its list opens them: with figures, tags of both, and its phone where they have none.
import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/ids.ts'
import { badRequest, notFound } from '../../kernel/problem.ts'
import { customerColumns, listCustomers, visibleTo } from '../customers/index.ts'
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
  'photoUrl',
  'tags',
  'activity',
  'lastOrderAt',
  'revenue6m',
  'reviews',
]
const TAG = 'organization contacts'
type Row = { readonly id: string; readonly sort_name: string; readonly text: string }

export async function listContactsOf(
  reader: Reader,
  { scope, merchant }: Asker,
  id: string,
  query: ContactListQuery,
): Promise<string> {
  const organization = await readOrganization(reader, { scope, merchant }, id)
  const limit = query.limit ?? 50
  const [name, contact] = afterOf(query.cursor)
  const { rows } = await sql<Row>`
    select o.id, o.sort_name, (to_jsonb(o) - 'sort_name')::text as text
      from (select a.* from affiliations a
             where a.merchant_id = ${scope.merchantId} and a.organization_id = ${id}
               and (a.sort_name, a.contact_id) > (${name}, ${contact}::uuid) and ${visibleTo(scope, 'a.contact_id')}
             order by a.sort_name, a.contact_id limit ${limit + 1}) a
      cross join lateral (
        select ${sql.raw(customerColumns(CONTACT_FIELDS, merchant))}, a.sort_name, a.title, a.is_manager as "isManager",
               a.is_primary as "isPrimary", a."from", a.until, coalesce(c.phone, ${organization.phone}) as phone,
               c.phone is null and ${organization.phone}::text is not null as "phoneInherited",
               ${organization.tags}::json as "organizationTags"
          from customers c where c.merchant_id = ${scope.merchantId} and c.id = a.contact_id offset 0) o
     order by o.sort_name, o.id`.execute(reader)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const nextCursor = last === undefined ? null : encodeCursor([last.sort_name, last.id], TAG)
  return `{"items":[${page.map(({ text }) => text).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`
}

type Organization = { readonly phone: string | null; readonly tags: string }

async function readOrganization(
  reader: Reader,
  { scope, merchant }: Asker,
  id: string,
): Promise<Organization> {
  const { rows } = await sql<Organization>`
    select o.phone, o.tags::text as tags from (
      select ${sql.raw(customerColumns(['phone', 'tags'], merchant))} from customers c
       where c.merchant_id = ${scope.merchantId} and c.id = ${id} and c.type = 'business' and ${visibleTo(scope)}) o`.execute(
    reader,
  )
  if (rows[0] === undefined) throw notFound('organization')
  return rows[0]
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

function afterOf(cursor: string | undefined): [string, string] {
  if (cursor === undefined) return ['', BEFORE_ALL]
  const [name, id] = decodeCursor(cursor, TAG) ?? []
  if (typeof name === 'string' && typeof id === 'string' && isId(id)) return [name, id]
  throw badRequest('cursor.invalid', 'The cursor is none of this list', [
    { path: 'cursor', code: 'cursor.invalid', message: 'is none of this list' },
  ])
}
