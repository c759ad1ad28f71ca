import { parseArgs } from 'node:util'
import { createDb } from '../db/client.ts'
import { NORMALISER_VERSION } from '../kernel/text.ts'
import { verifySearch } from '../modules/customers/index.ts'
import { verifyFigures } from '../modules/orders/index.ts'
import { verifyReviews } from '../modules/reviews/index.ts'
import { withDatabase } from '../supervisor/lease.ts'
import type { CommandIo } from './dispatch.ts'
import { findMerchant } from './owner-database.ts'

/** `verify [--merchant ID|NAME]`: recomputes what is stored for speed; each difference is a line, and exit code 1. */
export async function verifyCommand(args: readonly string[], { config, out }: CommandIo): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { merchant: { type: 'string' } } })
  let differences = 0
  await withDatabase(config, 'verify', async (place) => {
    const db = createDb({ url: place.directUrl, pooling: 'session', max: 2, onError: () => undefined })
    try {
      const only = values.merchant === undefined ? null : await findMerchant(db.owner, values.merchant)
      const { rows } = await db.owner.query(
        'select merchant_id as id, name, name_order as "nameOrder", country, normaliser_version as normaliser from merchants where $1::uuid is null or merchant_id = $1 order by 1',
        [only],
      )
      const tell = (difference: object) => {
        differences++
        out(JSON.stringify(difference))
      }
      for (const merchant of rows) {
        if (merchant.normaliser < NORMALISER_VERSION) tell(outdated(merchant))
        const seen = await verifySearch(db, merchant, tell)
        const orders = await verifyFigures(db, merchant.id, tell)
        const reviews = await verifyReviews(db, merchant.id, tell)
        out(`${merchant.name}: ${seen} customers, ${orders} orders, ${reviews} reviews`)
      }
      out(differences === 0 ? 'No differences.' : `${differences} differences.`)
    } finally {
      await db.close()
    }
  })
  return differences === 0 ? 0 : 1
}

const outdated = ({ id, normaliser }: { readonly id: string; readonly normaliser: number }) => ({
  merchantId: id,
  what: `search rows of normaliser ${normaliser}, this program has ${NORMALISER_VERSION}: its worker rewrites them`,
})
