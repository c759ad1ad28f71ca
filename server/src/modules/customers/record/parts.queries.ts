// Parts of a record on their own, as JSON text. Who may see the customer is checked in the same statement.
import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import { encodeCursor } from '../../../kernel/cursor.ts'
import { namePlace } from '../../../kernel/places.ts'
import { notFound } from '../../../kernel/problem.ts'
import { customerColumns } from '../customer.fields.ts'
import { visibleTo } from '../customer.scope.ts'
import { type Asker, managerSeen, seenManager } from './record.queries.ts'

/** One list of the record, as the record has it. */
export async function getPart(
  reader: Reader,
  { scope, merchant }: Asker,
  id: string,
  part: 'addresses' | 'stores',
): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select row_to_json(o)::jsonb ->> ${part} as text from (
      select ${sql.raw(customerColumns([part], merchant))} from customers c
       where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}) o`.execute(reader)
  if (rows[0] === undefined) throw notFound('customer')
  return `{"items":${rows[0].text},"nextCursor":null}`
}

/** `o` is the organization, `c` the same where the caller may see it: of others they learn no more than the person's own record says. */
const ofOrganization = { ...seenManager, id: 'o.id', number: 'o.number' }

/** The organizations of a person, with what their own records would be opened for: address, phone, manager. */
export async function listOrganizations(
  reader: Reader,
  { scope, merchant }: Asker,
  id: string,
): Promise<string> {
  const fields = ['number', 'status', 'phone', 'address', 'manager']
  const columns = sql.raw(customerColumns(fields, merchant, ofOrganization))
  const { rows } = await sql<{ text: string | null }>`
    select (select json_agg(l order by l."isPrimary" desc, l.name, l.id)::text from (
             select ${columns}, o.display_name as name, a.title, a.is_manager as "isManager", a.is_primary as "isPrimary", a."from", a.until
               from affiliations a join customers o on o.merchant_id = a.merchant_id and o.id = a.organization_id
              left join customers c on c.merchant_id = o.merchant_id and c.id = o.id and ${visibleTo(scope)}
              ${managerSeen(scope)}
              where a.merchant_id = ${scope.merchantId} and a.contact_id = ${id}) l) as text
      from customers c where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(
    reader,
  )
  if (rows[0] === undefined) throw notFound('customer')
  return `{"items":${rows[0].text ?? '[]'},"nextCursor":null}`
}

type ContactRow = { readonly id: string; readonly sort_name: string; readonly text: string }

/** The people of an organization by name; those of a user's stores only. */
export async function listContacts(
  reader: Reader,
  { scope, merchant }: Asker,
  id: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<string> {
  const { name, id: contact } = afterOf(cursor)
  const columns = sql.raw(customerColumns(['displayName', 'status', 'email', 'phone', 'photoUrl'], merchant))
  const { rows } = await sql<ContactRow>`
    select o.id, o.sort_name, (to_jsonb(o) - 'sort_name')::text as text from (
      select ${columns}, a.sort_name, a.title, a.is_manager as "isManager", a.is_primary as "isPrimary", a."from", a.until
        from affiliations a join customers c on c.merchant_id = a.merchant_id and c.id = a.contact_id
       where a.merchant_id = ${scope.merchantId} and a.organization_id = ${id}
         and (a.sort_name, a.contact_id) > (${name}, ${contact}::uuid) and ${visibleTo(scope)}
       order by a.sort_name, a.contact_id limit ${limit + 1}) o`.execute(reader)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const nextCursor = last === undefined ? null : encodeCursor([last.sort_name, last.id], 'contacts')
  return `{"items":[${page.map((row) => row.text).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

const afterOf = (cursor: string | undefined) =>
  cursor === undefined ? { name: '', id: BEFORE_ALL } : namePlace(cursor, 'contacts')

/** What a delete question names, of what the caller may see. */
export async function countDependents(
  reader: Reader,
  { scope }: Asker,
  id: string,
): Promise<{ contacts: number; managed: number }> {
  const { rows } = await sql<{ contacts: number; managed: number }>`
    select (select count(*) from affiliations a where a.merchant_id = c.merchant_id and a.organization_id = c.id
               and ${visibleTo(scope, 'a.contact_id')})::int as contacts,
           (select count(*) from customers m where m.merchant_id = c.merchant_id and m.manager_id = c.id
               and ${visibleTo(scope, 'm.id')})::int as managed
      from customers c where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(
    reader,
  )
  if (rows[0] === undefined) throw notFound('customer')
  return rows[0]
}
