/**
 * One order as its source sends it. A till sends them one by one, and several tills at once: those of one merchant that come
 * in while others are being written are written together, in one transaction, since ten orders cost hardly more than one.
 */
import { isConflict, isRowsFault } from '../../db/constraint-errors.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { etagOf } from '../../http/write.ts'
import { invalid, notFound, Problem } from '../../kernel/problem.ts'
import { inTurns } from '../../kernel/turns.ts'
import { noteOrders } from './figures/statistics.ts'
import { type OrderKey, readOrder } from './order.rules.ts'
import type { OrderInput } from './order-input.schemas.ts'
import { keyOf, putRead, type Refused } from './orders.commands.ts'
import { readOrderTexts } from './orders.queries.ts'
import { readStores } from './references.queries.ts'

type Put = { readonly ctx: Ctx; readonly key: OrderKey; readonly input: OrderInput }

/** 201 for a new one, else 200; what is older than what stands changes nothing and is answered with what stands. */
export const putOrder = (ctx: Ctx, key: OrderKey, input: OrderInput): Promise<Answer> =>
  putInTurn({ ctx, key, input })

const putInTurn = inTurns<Put, Answer>({
  // What one may see of stores decides what is found and refused.
  lane: ({ ctx: { scope } }) => [scope.merchantId, ...(scope.storeIds ?? ['all'])].join(' '),
  identity: ({ key }) => keyOf(key),
  run: putTogether,
  // Refused by the database, or by a rule; or written by others as well.
  isOnes: (error) => error instanceof Problem || isRowsFault(error) || isConflict(error),
  most: 20,
  atOnce: 2,
})

async function putTogether(puts: readonly Put[]): Promise<readonly (() => Answer)[]> {
  const { ctx } = puts[0] as Put
  const answers = await ctx.db.write(ctx.scope.merchantId, async (tx) => {
    const stores = await readStores(tx, ctx.scope)
    const read = puts.map(({ key, input }) => {
      const draft = readOrder(key, input, { merchant: ctx.merchant, stores })
      const { customer = null, organization = null } = input
      return 'faults' in draft ? draft : { draft, customer, organization }
    })
    const results = await putRead<Refused>(tx, ctx, read)
    const ids = results.flatMap((result) => ('faults' in result ? [] : [result.id]))
    const texts = await readOrderTexts(tx, ctx.scope, ids)
    return results.map((result) => () => {
      if ('faults' in result) throw invalid(result.faults)
      const order = texts.get(result.id)
      if (order === undefined) throw notFound('order')
      const status = result.outcome === 'created' ? 201 : 200
      return { status, etag: etagOf(order.version), body: order.text }
    })
  })
  noteOrders(ctx.db, puts.length)
  return answers
}
