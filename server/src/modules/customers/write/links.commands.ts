// Writes what hangs on a customer: each list in at most two statements, whatever its length. New links have no sort
// name yet; the search rows, written at the end of the same transaction, bring it.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import type { Draft } from './draft.ts'

type Of = { readonly merchantId: string; readonly customerId: string }

const writers = {
  addresses: writeAddresses,
  tags: writeTags,
  stores: writeStores,
  organizations: writeOrganizations,
  externalIds: writeExternalIds,
}

/** Writes the lists that changed. */
export async function writeLinks(
  tx: Writer,
  of: Of,
  draft: Draft,
  changed: ReadonlySet<string>,
): Promise<void> {
  for (const [key, write] of Object.entries(writers)) if (changed.has(key)) await write(tx, of, draft)
}

async function writeAddresses(
  tx: Writer,
  { merchantId, customerId }: Of,
  { addresses }: Draft,
): Promise<void> {
  await tx
    .deleteFrom('customer_addresses')
    .where('merchant_id', '=', merchantId)
    .where('customer_id', '=', customerId)
    .execute()
  if (addresses.length === 0) return
  await sql`
    insert into customer_addresses (merchant_id, customer_id, position, id, label, line1, line2, city, state, postal_code, country,
                                    country_text, gate_code, is_billing, is_delivery)
    select ${merchantId}::uuid, ${customerId}::uuid, (a.n - 1)::int, (a.j ->> 'id')::uuid, a.j ->> 'label', a.j ->> 'line1', a.j ->> 'line2',
           a.j ->> 'city', a.j ->> 'state', a.j ->> 'postalCode', a.j ->> 'country', a.j ->> 'countryText', a.j ->> 'gateCode',
           (a.j ->> 'isBilling')::boolean, (a.j ->> 'isDelivery')::boolean
      from jsonb_array_elements(${JSON.stringify(addresses)}::jsonb) with ordinality as a(j, n)`.execute(tx)
}

async function writeTags(tx: Writer, { merchantId, customerId }: Of, { tags }: Draft): Promise<void> {
  const ids = tags.map((tag) => tag.id)
  await sql`delete from customer_tags where merchant_id = ${merchantId} and customer_id = ${customerId}
    and tag_id <> all(${ids}::uuid[])`.execute(tx)
  await sql`
    insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
    select ${merchantId}::uuid, ${customerId}::uuid, t, '' from unnest(${ids}::uuid[]) t order by t
    on conflict (merchant_id, customer_id, tag_id) do nothing`.execute(tx)
}

async function writeStores(tx: Writer, { merchantId, customerId }: Of, { stores }: Draft): Promise<void> {
  const ids = stores.map((store) => store.id)
  await sql`delete from customer_stores where merchant_id = ${merchantId} and customer_id = ${customerId}
    and store_id <> all(${ids}::uuid[])`.execute(tx)
  // The old preferred one lets go first: only one may hold it at any moment.
  await sql`update customer_stores set preferred = false where merchant_id = ${merchantId} and customer_id = ${customerId} and preferred`.execute(
    tx,
  )
  await sql`
    insert into customer_stores (merchant_id, customer_id, store_id, preferred, sort_name)
    select ${merchantId}::uuid, ${customerId}::uuid, s.id, s.preferred, ''
      from jsonb_to_recordset(${JSON.stringify(stores)}::jsonb) as s(id uuid, preferred boolean) order by s.id
    on conflict (merchant_id, customer_id, store_id) do update set preferred = excluded.preferred`.execute(tx)
}

async function writeOrganizations(
  tx: Writer,
  { merchantId, customerId }: Of,
  { organizations }: Draft,
): Promise<void> {
  await tx
    .deleteFrom('affiliations')
    .where('merchant_id', '=', merchantId)
    .where('contact_id', '=', customerId)
    .execute()
  if (organizations.length === 0) return
  await sql`
    insert into affiliations (merchant_id, contact_id, organization_id, title, is_manager, is_primary, "from", until, sort_name)
    select ${merchantId}::uuid, ${customerId}::uuid, o.id, o.title, o."isManager", o."isPrimary", o."from", o.until, ''
      from jsonb_to_recordset(${JSON.stringify(organizations)}::jsonb)
        as o(id uuid, title text, "isManager" boolean, "isPrimary" boolean, "from" date, until date) order by o.id`.execute(
    tx,
  )
}

async function writeExternalIds(
  tx: Writer,
  { merchantId, customerId }: Of,
  { externalIds }: Draft,
): Promise<void> {
  await sql`delete from external_ids where merchant_id = ${merchantId} and customer_id = ${customerId}`.execute(
    tx,
  )
  await sql`
    insert into external_ids (merchant_id, customer_id, source, external_id)
    select ${merchantId}::uuid, ${customerId}::uuid, e.key, e.value from jsonb_each_text(${JSON.stringify(externalIds)}::jsonb) e
     order by e.key`.execute(tx)
}
