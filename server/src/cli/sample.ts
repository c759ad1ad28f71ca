import { parseArgs } from 'node:util'
import { createDb } from '../db/client.ts'
import { openStorage } from '../modules/files/index.ts'
import { ensureSample, removeSample } from '../modules/sample/index.ts'
import { withDatabase } from '../supervisor/lease.ts'
import type { CommandIo } from './dispatch.ts'
import { findMerchant } from './owner-database.ts'

/** `sample [--remove]`: made-up customers in a business of their own. Prints {merchantId, name, created}, or {removed}. */
export async function sampleCommand(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: { remove: { type: 'boolean' }, merchant: { type: 'string' } },
  })
  await withDatabase(config, 'sample', async (place) => {
    const db = createDb({ url: place.directUrl, pooling: 'session', max: 2, onError: () => undefined })
    try {
      const merchantId = await findMerchant(db.owner, values.merchant, { withSample: values.remove === true })
      if (values.remove === true) {
        const storage = await openStorage(config.files)
        const removed = await removeSample({ db, merchantId, userId: null }, storage)
        out(JSON.stringify({ removed }))
      } else {
        const { id, name, isNew } = await db.write(merchantId, (tx) =>
          ensureSample(tx, { db, merchantId, userId: null }),
        )
        out(JSON.stringify({ merchantId: id, name, created: isNew }))
      }
    } finally {
      await db.close()
    }
  })
  return undefined
}
