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

/**
 * By id or exact name; may be left out while there is one merchant. A sample business counts only when it is named.
 * `withSample`: of several the only one that has a sample is meant.
 */
export async function findMerchant(
  owner: Pool,
  wanted: string | undefined,
  { withSample = false }: { readonly withSample?: boolean } = {},
): Promise<string> {
  const sampled = withSample && wanted === undefined ? await onlySampled(owner) : null
  if (sampled !== null) return sampled
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
        ? `there is no business "${wanted}"`
        : `several businesses are called "${wanted}": give the id`,
    )
  throw new Error(
    rows.length === 0
      ? 'there is no business yet: make one with "owner", or in the browser'
      : 'there are several businesses: say which with --merchant',
  )
}

async function onlySampled(owner: Pool): Promise<string | null> {
  const { rows } = await owner.query(
    'select distinct sample_of from merchants where sample_of is not null limit 2',
  )
  return rows.length === 1 ? rows[0].sample_of : null
}

export function required(
  values: Readonly<Record<string, string | boolean | undefined>>,
  name: string,
): string {
  const value = values[name]
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`--${name} is missing`)
  return value.trim()
}
