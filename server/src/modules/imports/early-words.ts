import { sql } from 'kysely'
import type { Db, Writer } from '../../db/client.ts'
import { keepWordsEarly } from '../customers/index.ts'
import { prepare } from './prepare.ts'

type Importing = { readonly db: Db; readonly merchantId: string; readonly importId: string }

/** Words of names that the import is about to bring. False when it does not go on. */
export function keepEarly(
  { db, merchantId, importId }: Importing,
  words: readonly string[],
): Promise<boolean> {
  return db.write(merchantId, async (tx) => {
    if (!(await goesOn(tx, merchantId, importId))) return false
    await keepWordsEarly(tx, merchantId, words)
    return true
  })
}

/** Held until the words are written, so that whoever removes the merchant finds them. Nor does their commit wait for the disk. */
async function goesOn(tx: Writer, merchantId: string, importId: string): Promise<boolean> {
  await prepare(tx)
  const { rows } = await sql`
    select 1 from imports where merchant_id = ${merchantId} and id = ${importId} and state = 'running' for key share`.execute(
    tx,
  )
  return rows.length > 0
}
