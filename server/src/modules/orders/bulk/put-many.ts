/**
 * Many orders, line by line: read as they come, written in transactions of some hundreds while the next ones are read. A
 * line that cannot be an order is answered as such and stops nothing. Whoever is killed in the middle has written whole
 * batches; the same lines again change nothing of those.
 */
import type { Writer } from '../../../db/client.ts'
import { isRowsFault } from '../../../db/constraint-errors.ts'
import type { Ctx } from '../../../http/context.ts'
import { bodyFaults } from '../../../http/validation.ts'
import { invalid, Problem } from '../../../kernel/problem.ts'
import { readOrder } from '../order.rules.ts'
import { OrderLine } from '../order-input.schemas.ts'
import {
  type IncomingOrder,
  keyOf,
  type PutOutcome,
  putOrders,
  type Refused as RefusedOrder,
} from '../orders.commands.ts'
import { readStores } from '../references.queries.ts'
import type { Answers } from './answers.ts'
import { type Line, linesOf } from './lines.ts'

/** Larger ones gain little and hold more. */
const BATCH = 500
const BATCH_BYTES = 4 * 1024 * 1024
export const LONGEST_LINE = 1024 * 1024

type Entry =
  | { readonly no: number; readonly order: OrderLine }
  | { readonly no: number; readonly problem: Problem }

export async function putMany(ctx: Ctx, source: AsyncIterable<Buffer>, answers: Answers): Promise<void> {
  let writing = Promise.resolve()
  const write = async (batch: readonly Entry[]) => {
    await writing
    writing = putBatch(ctx, batch).then((lines) => answers.write(lines.map((line) => `${line}\n`).join('')))
    writing.catch(() => undefined)
  }
  for await (const batch of batchesOf(linesOf(source, LONGEST_LINE))) await write(batch)
  await writing
}

/** No key twice in a batch: the later one comes behind the earlier one. */
async function* batchesOf(lines: AsyncIterable<Line>): AsyncGenerator<readonly Entry[]> {
  let batch: Entry[] = []
  let keys = new Set<string>()
  let bytes = 0
  for await (const line of lines) {
    const entry = entryOf(line)
    const key = 'order' in entry ? keyOf(entry.order) : null
    if (batch.length >= BATCH || bytes >= BATCH_BYTES || (key !== null && keys.has(key))) {
      yield batch
      batch = []
      keys = new Set()
      bytes = 0
    }
    batch.push(entry)
    bytes += line.text?.length ?? 0
    if (key !== null) keys.add(key)
  }
  if (batch.length > 0) yield batch
}

const faultsOf = bodyFaults(OrderLine)

function entryOf({ no, text }: Line): Entry {
  if (text === null)
    return { no, problem: new Problem('line.too_long', 422, { detail: 'A line may be 1 MB long' }) }
  try {
    const order = JSON.parse(text) as OrderLine
    const faults = faultsOf(order)
    return faults.length > 0 ? { no, problem: invalid(faults) } : { no, order }
  } catch {
    return { no, problem: new Problem('body.unreadable', 422, { detail: 'The line is not JSON' }) }
  }
}

/** What is answered to each, in their order. */
async function putBatch(ctx: Ctx, entries: readonly Entry[]): Promise<string[]> {
  try {
    return await ctx.db.write(ctx.scope.merchantId, (tx) => putTogether(tx, ctx, entries))
  } catch (error) {
    // One that the database refuses, or many that others write as well: in halves until it is alone.
    const [only] = entries
    if (!isRowsFault(error) && !isConflict(error)) throw error
    if (entries.length === 1 && only !== undefined) {
      if (isConflict(error)) throw error
      const problem = new Problem('order.refused', 422, { detail: 'The database cannot keep this order' })
      return [refusalOf({ no: only.no, problem })]
    }
    const half = Math.ceil(entries.length / 2)
    const first = await putBatch(ctx, entries.slice(0, half))
    return [...first, ...(await putBatch(ctx, entries.slice(half)))]
  }
}

const isConflict = (error: unknown) => ['40001', '40P01'].includes(String((error as { code?: unknown }).code))

async function putTogether(tx: Writer, ctx: Ctx, entries: readonly Entry[]): Promise<string[]> {
  const stores = await readStores(tx, ctx.scope)
  const read = entries.map((entry) => ('problem' in entry ? entry : incomingOf(ctx, entry, stores)))
  const incoming = read.flatMap((one) => ('incoming' in one ? [one.incoming] : []))
  const outcomes = incoming.length === 0 ? [] : await putOrders(tx, ctx, incoming)
  let next = 0
  return read.map((one) =>
    'problem' in one ? refusalOf(one) : answerOf(one.no, outcomes[next++] as PutOutcome | RefusedOrder),
  )
}

type Refused = { readonly no: number; readonly problem: Problem }
type Incoming = { readonly no: number; readonly incoming: IncomingOrder }

function incomingOf(
  ctx: Ctx,
  { no, order }: { readonly no: number; readonly order: OrderLine },
  stores: Awaited<ReturnType<typeof readStores>>,
): Incoming | Refused {
  const draft = readOrder(order, order, { merchant: ctx.merchant, stores })
  if ('faults' in draft) return { no, problem: invalid(draft.faults) }
  return {
    no,
    incoming: { draft, customer: order.customer ?? null, organization: order.organization ?? null },
  }
}

const answerOf = (line: number, put: PutOutcome | RefusedOrder) =>
  'faults' in put
    ? refusalOf({ no: line, problem: invalid(put.faults) })
    : JSON.stringify({
        line,
        status: put.outcome === 'created' ? 201 : 200,
        id: put.id,
        outcome: put.outcome,
      })

const refusalOf = ({ no, problem: { status, code, message, fields } }: Refused) =>
  JSON.stringify({ line: no, status, code, detail: message, fields })
