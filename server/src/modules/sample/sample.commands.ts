import { sql } from 'kysely'
import type { Db, Writer } from '../../db/client.ts'
import { newId } from '../../kernel/ids.ts'
import { firstRoles } from '../../kernel/permissions.ts'
import type { Storage } from '../../kernel/storage.ts'
import { NORMALISER_VERSION } from '../../kernel/text.ts'
import { discard } from '../files/index.ts'
import { readMerchant } from '../merchants/index.ts'
import { firstTags } from '../tags/index.ts'

export type Sample = { readonly id: string; readonly name: string; readonly isNew: boolean }

type For = {
  readonly db: Db
  /** Whose sample it is; the transaction stands for this merchant. */
  readonly merchantId: string
  /** Who asks; null for a program. */
  readonly userId: string | null
}

/** The sample business of a merchant: the one that is there, or a new one with all its customers, whole or not at all. */
export async function ensureSample(tx: Writer, { db, merchantId, userId }: For): Promise<Sample> {
  const { locale } = await readMerchant(tx, merchantId)
  // Loaded when it is asked for: most processes never need it.
  const { sampleName } = await import('./content/shop.ts')
  const { rows } = await sql<{ id: string; name: string; is_new: boolean }>`
    select * from sample_open(${newId()}, ${sampleName(locale)}, ${NORMALISER_VERSION}, ${JSON.stringify(firstRoles)},
      ${JSON.stringify(firstTags(locale))}, ${userId})`.execute(tx)
  const { id, name, is_new: isNew } = rows[0] as (typeof rows)[number]
  if (isNew) {
    const { fillSample } = await import('./fill.ts')
    await standFor(tx, id)
    await fillSample(tx, db, await readMerchant(tx, id))
    await standFor(tx, merchantId)
  }
  return { id, name, isNew }
}

/** Until the end of the transaction, or the next call. */
async function standFor(tx: Writer, merchantId: string): Promise<void> {
  await sql`select set_config('app.merchant_id', ${merchantId}, true)`.execute(tx)
}

/**
 * The sample of this merchant, or this merchant when it is a sample. Who removes it from inside is back in their own
 * business; sessions of others there have ended. False when there is none.
 */
export async function removeSample({ db, merchantId, userId }: For, storage: Storage): Promise<boolean> {
  const keys = await db.write(merchantId, async (tx) => {
    const { rows } = await sql<{ keys: string[] | null }>`select sample_remove(${userId}) as keys`.execute(tx)
    return rows[0]?.keys ?? null
  })
  // What a crash leaves here, the daily sweep takes.
  for (const key of keys ?? []) await discard(storage, key)
  return keys !== null
}
