// Windows of figures end with today. Days turn at midnight where the merchant is, and some may have been missed.
import { sql } from 'kysely'
import type { Db, Writer } from '../../../db/client.ts'
import { enqueue, type Task } from '../../../db/jobs.ts'

/** So many sums of the census, or of sales, apart cost their readers a millisecond or two. */
const SCATTERED = 2000
/** Rows of sales made one in a transaction: whoever writes the same days waits for it. */
const FOLDED_AT_ONCE = 5000

/** For a job that runs several times an hour, and at the worker's start. */
export async function moveFigures(db: Db): Promise<void> {
  const merchants = await db.global(
    async (reader) => (await sql<{ id: string }>`select merchant_ids() as id`.execute(reader)).rows,
  )
  for (const { id } of merchants) await moveFiguresOf(db, id)
}

async function moveFiguresOf(db: Db, id: string): Promise<void> {
  const { today, isOver, isScattered, areSalesScattered } = await standOf(db, id)
  if (isOver) await db.write(id, (tx) => sql`select move_windows(${id}::uuid, ${today}::date)`.execute(tx))
  // What has come about by now need not be summed day by day any more, nor slot by slot what many brought at once.
  if (isOver || isScattered)
    await db.write(id, (tx) => sql`select fold_census(${id}::uuid, ${today}::date)`.execute(tx))
  if (isOver || areSalesScattered) await foldSales(db, id)
}

export const TIDY_TASK = 'orders.tidyFigures'

export const tidyFigures: Task = ({ merchantId }, { db }) => moveFiguresOf(db, merchantId)

/** For whoever has brought many orders: until then the cards read many rows of the same days. */
export const tidyFiguresSoon = (tx: Writer, merchantId: string): Promise<void> =>
  enqueue(tx, TIDY_TASK, {}, `${TIDY_TASK}:${merchantId}`)

async function foldSales(db: Db, merchantId: string): Promise<void> {
  const fold = () =>
    db.write(merchantId, async (tx) => {
      const { rows } = await sql<{ n: number }>`
        select fold_sales(${merchantId}::uuid, ${FOLDED_AT_ONCE}) as n`.execute(tx)
      return rows[0]?.n ?? 0
    })
  while ((await fold()) === FOLDED_AT_ONCE);
}

/** `isOver`: the day to which the windows were moved last. */
type Stand = {
  readonly today: string
  readonly isOver: boolean
  readonly isScattered: boolean
  readonly areSalesScattered: boolean
}

function standOf(db: Db, merchantId: string): Promise<Stand> {
  return db.read(merchantId, async (reader) => {
    const { rows } = await sql<Stand>`
      select t.today::text as today, m.figures_on < t.today as "isOver",
             (select count(*) from (select from customer_census c
                where c.merchant_id = ${merchantId}
                  and (c.slot <> 1000 or (c.what in ('atRisk', 'lost') and c.day <= t.today and c.day > '0001-01-01')
                       or census_day(c.what, c.day) <> c.day)
                limit ${SCATTERED + 1}) x) > ${SCATTERED} as "isScattered",
             (select count(*) from (select from daily_sales d
                where d.merchant_id = ${merchantId} and d.slot <> 1000 limit ${SCATTERED + 1}) x) > ${SCATTERED} as "areSalesScattered"
        from merchants m cross join lateral (select (now() at time zone m.time_zone)::date as today) t
       where m.merchant_id = ${merchantId}`.execute(reader)
    return rows[0] as Stand
  })
}
