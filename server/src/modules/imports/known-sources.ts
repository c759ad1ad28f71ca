// The names of systems that ids of this merchant are kept under, as people gave them.
import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import { behindMadeUp, firstMadeUp, isMadeUp } from './mapping/source.rules.ts'

/** More nobody chooses from. */
const MOST = 50

/**
 * From one name of the key's index to the next: a million ids are of a few systems. Names made up from columns may be
 * many, so that what stands before and behind them is walked for itself. Then those of imports of orders and reviews.
 */
export async function knownSources(reader: Reader, merchantId: string): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    with recursive ranges (low, high) as (
      values ('', ${firstMadeUp}), (${firstMadeUp}, ${behindMadeUp}), (${behindMadeUp}, null)),
    ids as (
      select first.source, high, 1 as n
        from ranges cross join lateral (
          select source from external_ids
           where merchant_id = ${merchantId} and source >= low order by source limit 1) first
       where high is null or first.source < high
      union all
      select next.source, high, ids.n + 1
        from ids cross join lateral (
          select source from external_ids
           where merchant_id = ${merchantId} and source > ids.source order by source limit 1) next
       where ids.n < ${2 * MOST} and (high is null or next.source < high)),
    brought as (
      select coalesce(mapping, wanted) ->> 'source' as source from imports
       where merchant_id = ${merchantId} and not dry_run order by id desc limit 200)
    select source from ids union select source from brought where source is not null`.execute(reader)
  return rows
    .map(({ source }) => source)
    .filter((source) => !isMadeUp(source))
    .sort((a, b) => a.localeCompare(b))
    .slice(0, MOST)
}
