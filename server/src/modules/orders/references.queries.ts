// Whom orders name: customers by id, external id of the same source, number, email or valid phone; organizations likewise.
import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import { parseEmail } from '../../kernel/email.ts'
import { isId } from '../../kernel/ids.ts'
import { parsePhone } from '../../kernel/phone.ts'
import type { KnownStore } from './order.rules.ts'
import type { CustomerReference, OrganizationReference } from './order-input.schemas.ts'

export type Named = {
  readonly source: string
  readonly customer: CustomerReference | null
  readonly organization: OrganizationReference | null
}
export type Party = {
  /** Null when nobody is meant, when nobody is known by it, or more than one. */
  readonly customerId: string | null
  readonly organizationId: string | null
  /** Of those that were given: who led to nobody, or to more than one. */
  readonly missed: readonly Missed[]
}
export type Missed = {
  readonly who: 'customer' | 'organization'
  readonly why: 'unknown' | 'ambiguous'
}
type Of = { readonly merchant: { readonly id: string; readonly country: string } }

/** In the order of those that ask. */
export async function findParties(
  reader: Reader,
  { merchant }: Of,
  named: readonly Named[],
): Promise<Party[]> {
  const asked = named.flatMap(({ source, customer, organization }, n) => [
    ...(customer === null ? [] : [questionOf(n, source, customer, merchant.country, 'customer' as const)]),
    ...(organization === null
      ? []
      : [questionOf(n, source, organization, merchant.country, 'organization' as const)]),
  ])
  const found = asked.length === 0 ? [] : await look(reader, merchant.id, asked)
  const best = new Map<string, { rank: number; ids: Set<string> }>()
  for (const { n, role, rank, id } of found) {
    const key = `${role} ${n}`
    const standing = best.get(key)
    if (standing === undefined || rank < standing.rank) best.set(key, { rank, ids: new Set([id]) })
    else if (rank === standing.rank) standing.ids.add(id)
  }
  const idsOf = (role: Missed['who'], n: number) => best.get(`${role} ${n}`)?.ids ?? nobody
  return named.map((one, n) => {
    const customers = idsOf('customer', n)
    const organizations = idsOf('organization', n)
    const missed = [
      ...(one.customer === null ? [] : missedOf('customer', customers)),
      ...(one.organization === null ? [] : missedOf('organization', organizations)),
    ]
    return { customerId: onlyOf(customers), organizationId: onlyOf(organizations), missed }
  })
}

const nobody: ReadonlySet<string> = new Set()

const onlyOf = (ids: ReadonlySet<string>) => (ids.size === 1 ? ([...ids][0] as string) : null)

const missedOf = (who: Missed['who'], { size }: ReadonlySet<string>): readonly Missed[] =>
  size === 1 ? [] : [{ who, why: size === 0 ? 'unknown' : 'ambiguous' }]

type Question = {
  readonly n: number
  readonly role: Missed['who']
  readonly id: string | null
  readonly source: string
  readonly external: string | null
  readonly number: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly digits: string | null
}

function questionOf(
  n: number,
  source: string,
  reference: CustomerReference,
  country: string,
  role: Question['role'],
): Question {
  const email = reference.email == null ? null : parseEmail(reference.email)
  const phone = reference.phone == null ? null : parsePhone(reference.phone, country)
  const isValid = phone?.ok === true && phone.valid
  return {
    n,
    role,
    id: reference.id != null && isId(reference.id) ? reference.id : null,
    source,
    external: reference.externalId ?? null,
    number: reference.number ?? null,
    email: email?.ok === true ? email.email : null,
    phone: isValid ? phone.number : null,
    digits: isValid ? phone.digits : null,
  }
}

type FoundParty = {
  readonly n: number
  readonly role: Question['role']
  readonly rank: number
  readonly id: string
}

/**
 * Two of a rank are enough to know that they are not told apart. Nothing that was not given is looked for, and all else is a
 * look-up by key: of customers whom the statistics do not know yet the planner would rather read all of them each time.
 */
async function look(reader: Reader, merchantId: string, asked: readonly Question[]): Promise<FoundParty[]> {
  const of = <K extends keyof Question>(key: K) => asked.map((one) => one[key])
  const { rows } = await sql<FoundParty>`
    select r.n, r.role, f.rank, f.id
      from unnest(${of('n')}::int[], ${of('role')}::text[], ${of('id')}::uuid[], ${of('source')}::text[], ${of('external')}::text[],
                  ${of('number')}::text[], ${of('email')}::text[], ${of('phone')}::text[], ${of('digits')}::text[])
             as r(n, role, id, source, external, number, email, phone, digits)
      cross join lateral (
        (select 1 as rank, c.id from customers c
          where r.id is not null and c.merchant_id = ${merchantId} and c.id = r.id limit 1)
        union all
        (select 2, e.customer_id from external_ids e
          where r.external is not null and e.merchant_id = ${merchantId} and e.source = r.source and e.external_id = r.external limit 1)
        union all
        (select 3, c.id from customers c
          where r.number is not null and c.merchant_id = ${merchantId} and c.number = r.number limit 1)
        union all
        (select 4, k.customer_id from customer_keys k
          where r.email is not null and k.merchant_id = ${merchantId} and k.kind = 'email' and k.value = r.email limit 2)
        union all
        (select 5, k.customer_id from customer_keys k
          where r.digits is not null and k.merchant_id = ${merchantId} and k.kind = 'phone' and k.value = r.digits
            and exists (select from customers c where c.merchant_id = ${merchantId} and c.id = k.customer_id
              and c.phones @> jsonb_build_array(jsonb_build_object('number', r.phone, 'valid', true)) offset 0) limit 2)) f
      cross join lateral (
        select from customers c
         where c.merchant_id = ${merchantId} and c.id = f.id and (r.role = 'customer' or c.type = 'business') limit 1) known`.execute(
    reader,
  )
  return rows
}

/** The primary organizations, on this day, of those who have one. */
export async function primaryOrganizations(
  reader: Reader,
  merchantId: string,
  people: readonly { readonly id: string; readonly day: string }[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ key: string; organization: string }>`
    select p.id || ' ' || p.day as key, l.organization_id as organization
      from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ day }) => day)}::text[]) as p(id, day)
      cross join lateral (
        select a.organization_id from affiliations a
         where a.merchant_id = ${merchantId} and a.contact_id = p.id and a.is_primary
           and (a.until is null or a.until >= p.day::date) limit 1) l`.execute(reader)
  return new Map(rows.map((row) => [row.key, row.organization]))
}

/** By id and by code; of a caller limited to stores only theirs. */
export async function readStores(
  reader: Reader,
  { merchantId, storeIds }: { readonly merchantId: string; readonly storeIds: readonly string[] | null },
): Promise<Map<string, KnownStore>> {
  const { rows } = await sql<KnownStore & { code: string | null }>`
    select id, code, time_zone as "timeZone" from stores
     where merchant_id = ${merchantId} and ${storeIds === null ? sql`true` : sql`id = any(${[...storeIds]}::uuid[])`}`.execute(
    reader,
  )
  return new Map(
    rows.flatMap((row) => [[row.id, row], ...(row.code === null ? [] : [[row.code, row] as const])]),
  )
}
