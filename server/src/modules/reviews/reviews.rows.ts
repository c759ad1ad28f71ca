// Reviews as rows: locked, inserted and changed set by set.
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { lockedByKeys } from '../../db/locked-by-keys.ts'
import type { Counted, ReviewDraft } from './reviews.shapes.ts'

export type ReviewRow = {
  readonly id: string
  readonly draft: ReviewDraft
  readonly digest: string
  readonly customerId: string | null
  readonly organizationId: string | null
  readonly customerReference: Readonly<Record<string, unknown>> | null
  readonly isPinned: boolean
}

/** Of a review that is there: what decides whether it changes, what it counted for, what is told of it. */
export type Standing = Counted & {
  readonly id: string
  readonly key: string
  readonly digest: string
  readonly sourceUpdatedAt: string | null
  readonly orderId: string | null
  readonly customerReference: Readonly<Record<string, unknown>> | null
  readonly isPinned: boolean
  readonly score: number | null
  readonly text: string | null
}

const standingColumns =
  sql.raw(`r.id, r.source || E'\\n' || r.external_id as key, encode(r.digest, 'hex') as digest,
  to_char(r.source_updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sourceUpdatedAt", r.order_id as "orderId",
  r.customer_id as "customerId", r.organization_id as "organizationId", r.customer_reference as "customerReference",
  r.customer_pinned as "isPinned", r.store_id as "storeId", r.local_day::text as "localDay", r.sentiment,
  r.score::float8 as score, r.text`)

export const keyOf = ({ source, externalId }: Pick<ReviewDraft, 'source' | 'externalId'>) =>
  `${source}\n${externalId}`

/** Those of these keys that are there, locked in one order. */
export async function lockReviews(
  tx: Writer,
  merchantId: string,
  keys: readonly Pick<ReviewDraft, 'source' | 'externalId'>[],
): Promise<Map<string, Standing>> {
  const standing = lockedByKeys<Standing>(merchantId, keys, {
    table: 'reviews',
    alias: 'r',
    columns: standingColumns,
  })
  const { rows } = await standing.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

export async function lockReview(tx: Writer, merchantId: string, id: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select ${standingColumns} from reviews r where r.merchant_id = ${merchantId} and r.id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

/** 40001 when somebody else has just brought one of them: the whole transaction is run again and finds it. */
export async function insertReviews(
  tx: Writer,
  merchantId: string,
  rows: readonly ReviewRow[],
): Promise<void> {
  if (rows.length === 0) return
  const { rows: made } = await sql`
    insert into reviews (merchant_id, ${columnList})
    select ${merchantId}::uuid, ${columnValues} from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as n(${columnTypes})
     order by n.external_id, n.source
    on conflict (merchant_id, external_id, source) do nothing returning 1`.execute(tx)
  if (made.length < rows.length)
    throw Object.assign(new Error('a review came twice at once'), { code: '40001' })
}

export async function updateReviews(
  tx: Writer,
  merchantId: string,
  rows: readonly ReviewRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update reviews r set ${columnSets}, version = r.version + 1, updated_at = now()
      from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as n(${columnTypes})
     where r.merchant_id = ${merchantId} and r.id = n.id`.execute(tx)
}

const jsonOf = (rows: readonly ReviewRow[]) => JSON.stringify(rows.map(columnsOf))

const columnsOf = ({
  id,
  draft,
  digest,
  customerId,
  organizationId,
  customerReference,
  isPinned,
}: ReviewRow) => ({
  id,
  source: draft.source,
  external_id: draft.externalId,
  score: draft.score,
  sentiment: draft.sentiment,
  text: draft.text,
  author: draft.author,
  response: draft.response,
  responded_at: draft.respondedAt,
  source_updated_at: draft.sourceUpdatedAt,
  store_id: draft.storeId,
  order_id: draft.orderId,
  at: draft.at,
  local_day: draft.localDay,
  customer_id: customerId,
  organization_id: organizationId,
  customer_pinned: isPinned,
  customer_reference: customerReference,
  digest: `\\x${digest}`,
})

const types: Readonly<Record<keyof ReturnType<typeof columnsOf>, string>> = {
  ...{ id: 'uuid', source: 'text', external_id: 'text', score: 'numeric', sentiment: 'text', text: 'text' },
  ...{ author: 'text', response: 'text', responded_at: 'timestamptz', source_updated_at: 'timestamptz' },
  ...{ store_id: 'uuid', order_id: 'uuid', at: 'timestamptz', local_day: 'date', customer_id: 'uuid' },
  ...{ organization_id: 'uuid', customer_pinned: 'boolean', customer_reference: 'jsonb', digest: 'bytea' },
}
const names = Object.keys(types)
const columnList: RawBuilder<unknown> = sql.raw(names.join(', '))
// A JSON null must become SQL's.
const cellOf = (name: string) => (name === 'customer_reference' ? `nullif(n.${name}, 'null')` : `n.${name}`)
const columnValues: RawBuilder<unknown> = sql.raw(names.map(cellOf).join(', '))
const columnTypes: RawBuilder<unknown> = sql.raw(
  Object.entries(types)
    .map(([name, type]) => `${name} ${type}`)
    .join(', '),
)
const columnSets: RawBuilder<unknown> = sql.raw(
  names
    .filter((name) => name !== 'id')
    .map((name) => `${name} = ${cellOf(name)}`)
    .join(', '),
)
