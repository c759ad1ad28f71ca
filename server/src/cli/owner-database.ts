// What data commands share: a connection as the URL's role, and the merchant that `--merchant` means.
import type { Pool } from 'pg'
import type { Config } from '../config.ts'
import { createPool } from '../db/pool.ts'
import { isId } from '../kernel/ids.ts'
import { withDatabase } from '../supervisor/lease.ts'

/** Runs with a pool of the database's owner, with the server running, stopped or never started. */
export function withOwner<T>(
  config: Config,
  command: string,
  use: (owner: Pool, url: string) => Promise<T>,
): Promise<T> {
  return withDatabase(config, command, async (place) => {
    const owner = createPool(place.directUrl, {
      max: 4,
      settings: '-c timezone=UTC',
      onError: () => undefined,
    })
    try {
      return await use(owner, place.directUrl)
    } finally {
      await owner.end()
    }
  })
}

/** By id or exact name; may be left out while there is one merchant. A sample business counts only when it is named. */
export async function findMerchant(owner: Pool, wanted: string | undefined): Promise<string> {
  const { rows } =
    wanted === undefined
      ? await owner.query('select merchant_id, name from merchants where sample_of is null limit 2', [])
      : await owner.query(
          'select merchant_id, name from merchants where merchant_id::text = $1 or ($2 and name = $1)',
          [wanted, !isId(wanted)],
        )
  if (rows.length === 1) return rows[0].merchant_id
  if (wanted !== undefined)
    throw new Error(
      rows.length === 0
        ? `there is no merchant "${wanted}"`
        : `several merchants are called "${wanted}": give the id`,
    )
  throw new Error(
    rows.length === 0
      ? 'there is no merchant yet: make one with "owner", or in the browser'
      : 'there are several merchants: say which with --merchant',
  )
}

export function required(
  values: Readonly<Record<string, string | boolean | undefined>>,
  name: string,
): string {
  const value = values[name]
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`--${name} is missing`)
  return value.trim()
}
