import type { Writer } from '../../db/client.ts'

export type Announcement = {
  /** What happened, such as `customer.changed`. */
  readonly kind: string
  /** Whom it happened to: ids only, never content. */
  readonly ids: readonly string[]
}

/** A row holds so many ids at most; more of them are several rows. */
const IDS_A_ROW = 5000
/** A screen that was away longer reads anew. */
const KEPT_HOURS = 24

/** Tells open screens what this transaction changed, once it is committed. */
export async function announce(
  tx: Writer,
  merchantId: string,
  ...told: readonly Announcement[]
): Promise<void> {
  const rows = told.flatMap(({ kind, ids }) =>
    partsOf(ids).map((part) => ({ merchant_id: merchantId, kind, ids: part, count: part.length })),
  )
  if (rows.length > 0) await tx.insertInto('events').values(rows).execute()
}

function partsOf(ids: readonly string[]): string[][] {
  const parts = []
  for (let start = 0; start < ids.length; start += IDS_A_ROW) parts.push(ids.slice(start, start + IDS_A_ROW))
  return parts
}

/** For the hourly clean-up. */
export async function forgetOldEvents(tx: Writer, merchantId: string): Promise<void> {
  await tx
    .deleteFrom('events')
    .where('merchant_id', '=', merchantId)
    .where('at', '<', new Date(Date.now() - KEPT_HOURS * 3_600_000))
    .execute()
}
