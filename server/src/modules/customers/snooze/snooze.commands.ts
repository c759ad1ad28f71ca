// Nobody need look after this customer until a day: until then they are not at risk.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../../http/context.ts'
import type { Answer } from '../../../http/idempotency.ts'
import { inTransaction } from '../../../http/write.ts'
import { invalid } from '../../../kernel/problem.ts'
import { getRecord, requireVisible } from '../record/record.queries.ts'
import { answerOf, tell } from '../write/write.commands.ts'

const MOST_DAYS = 3650

/** Null ends it. Figures are not part of the customer's version. */
export function snoozeCustomer(ctx: Ctx, id: string, until: string | null): Promise<Answer> {
  requireComing(until, ctx.merchant.timeZone)
  const { merchantId } = ctx.scope
  return inTransaction(ctx, async (tx) => {
    await requireVisible(tx, ctx, id)
    await sql`select lock_figures(${merchantId}::uuid, array[${id}::uuid])`.execute(tx)
    const { rows } = await sql<{ until: string | null }>`
      select snoozed_until::text as until from customer_stats where merchant_id = ${merchantId} and customer_id = ${id}`.execute(
      tx,
    )
    const before = rows[0]?.until ?? null
    if (before !== until) {
      await sql`
        insert into customer_stats (merchant_id, customer_id, snoozed_until) values (${merchantId}, ${id}, ${until}::date)
        on conflict (merchant_id, customer_id) do update set snoozed_until = excluded.snoozed_until`.execute(
        tx,
      )
      await sql`select write_figures(${merchantId}::uuid, array[${id}::uuid])`.execute(tx)
      await tell(tx, ctx, id, 'customer.snoozed', {
        before: { snoozedUntil: before },
        after: { snoozedUntil: until },
      })
    }
    return answerOf(200, await getRecord(tx, ctx, id))
  })
}

function requireComing(until: string | null, timeZone: string): void {
  if (until === null) return
  const today = Temporal.Now.plainDateISO(timeZone)
  const days = today.until(Temporal.PlainDate.from(until)).days
  if (days < 0 || days > MOST_DAYS) {
    const message = `is not a day from today on, within ${MOST_DAYS} days`
    throw invalid([{ path: 'until', code: 'snooze.out_of_range', message }])
  }
}
