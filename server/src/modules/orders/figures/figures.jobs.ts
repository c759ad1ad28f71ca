// Windows of figures end with today. Days turn at midnight where the merchant is, and some may have been missed.
import { sql } from 'kysely'
import type { Db } from '../../../db/client.ts'

/** For a job that runs several times an hour, and at the worker's start. */
export async function moveFigures(db: Db): Promise<void> {
  const merchants = await db.global(
    async (reader) => (await sql<{ id: string }>`select merchant_ids() as id`.execute(reader)).rows,
  )
  for (const { id } of merchants) {
    const today = await db.read(id, async (reader) => {
      const { rows } = await sql<{ today: string }>`
        select (now() at time zone m.time_zone)::date::text as today from merchants m
         where m.merchant_id = ${id} and m.figures_on < (now() at time zone m.time_zone)::date`.execute(
        reader,
      )
      return rows[0]?.today
    })
    if (today === undefined) continue
    await db.write(id, (tx) => sql`select move_windows(${id}::uuid, ${today}::date)`.execute(tx))
    // What has come about by now need not be summed day by day any more.
    await db.write(id, (tx) => sql`select fold_census(${id}::uuid, ${today}::date)`.execute(tx))
  }
}
