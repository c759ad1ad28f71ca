/**
 * Many orders, line by line: read as they come, written in transactions of some hundreds, a few at once, while the next ones
 * are read. A line that cannot be an order is answered as such and stops nothing. Whoever is killed in the middle has written
 * whole batches; the same lines again change nothing of those.
 */
import type { Writer } from '../../../db/client.ts'
import { isConflict, isRowsFault } from '../../../db/constraint-errors.ts'
import type { Ctx } from '../../../http/context.ts'
import { bodyFaults } from '../../../http/validation.ts'
import { invalid, Problem } from '../../../kernel/problem.ts'
import { tidyFiguresSoon } from '../figures/figures.jobs.ts'
import { noteOrders } from '../figures/statistics.ts'
import { readOrder } from '../order.rules.ts'
import { OrderLine } from '../order-input.schemas.ts'
import {
  type IncomingOrder,
  keyOf,
  type PutOutcome,
  putRead,
  type Refused as RefusedOrder,
} from '../orders.commands.ts'
import { readStores } from '../references.queries.ts'
import type { Answers } from './answers.ts'
import { type Entry, lanesOf } from './lanes.ts'
import { type Line, linesOf } from './lines.ts'

/** Of one transaction, about: half as many cost a twentieth more each, and whoever shares an organization with more waits longer. */
const BATCH = 400
/**
 * So many are written at once by a request that is the only one: two cores stay at work while the next ones are made ready, and, where
 * there are millions of orders, while some wait for the disk (there a sixth more a second than with three).
 */
const AT_ONCE = 4
const PORTION = BATCH * AT_ONCE
const PORTION_BYTES = 4 * 1024 * 1024
/** From so many in a request on, its writers have left more rows of the same days than the cards should read. */
const MANY = 2000
export const LONGEST_LINE = 1024 * 1024

type Portion = { readonly entries: readonly Entry[]; readonly keys: ReadonlySet<string> }

/** Requests of this process that bring orders now. */
let underway = 0

/** While one portion is being written the next begins where a lane is free, unless it brings an order of the first again. */
export async function putMany(ctx: Ctx, source: AsyncIterable<Buffer>, answers: Answers): Promise<void> {
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve())
  let before: { readonly keys: ReadonlySet<string>; readonly answered: Promise<void> } | null = null
  let brought = 0
  underway++
  try {
    for await (const { entries, keys } of portionsOf(linesOf(source, LONGEST_LINE))) {
      if (before !== null && [...keys].some((key) => before?.keys.has(key))) await before.answered
      // Connections are few, and others save and read meanwhile.
      const isAlone = underway === 1 && entries.length > BATCH
      const parts = isAlone ? await lanesOf(ctx, entries, AT_ONCE) : [entries]
      const written = parts.flatMap((part, at) =>
        batchesOf(part).map((batch) => {
          const lines = (lanes[at] as Promise<unknown>).then(() => putBatch(ctx, batch))
          lanes[at] = lines
          return lines.then((texts) => texts.map((text, n) => ({ no: (batch[n] as Entry).no, text })))
        }),
      )
      const answered = answerInOrder(answers, before?.answered, Promise.all(written))
      answered.catch(() => undefined)
      await before?.answered
      before = { keys, answered }
      brought += entries.length
    }
    await before?.answered
    if (brought >= MANY) await tidySoon(ctx)
  } finally {
    await Promise.allSettled(lanes)
    underway--
  }
}

/** The orders are written: without it the job of the next quarter of an hour does the same. */
const tidySoon = ({ db, scope }: Ctx): Promise<unknown> =>
  db.write(scope.merchantId, (tx) => tidyFiguresSoon(tx, scope.merchantId)).catch(() => undefined)

/** Of about as many each: also of those who go one way all together. */
function batchesOf(entries: readonly Entry[]): Entry[][] {
  if (entries.length === 0) return []
  const size = Math.ceil(entries.length / Math.max(1, Math.round(entries.length / BATCH)))
  const first = entries.slice(0, size)
  return [first, ...batchesOf(entries.slice(size))]
}

type Answered = { readonly no: number; readonly text: string }

async function answerInOrder(
  answers: Answers,
  before: Promise<void> | undefined,
  written: Promise<Answered[][]>,
): Promise<void> {
  const [parts] = await Promise.all([written, before])
  const lines = parts.flat().sort((one, other) => one.no - other.no)
  await answers.write(lines.map(({ text }) => `${text}\n`).join(''))
}

/** No key twice in one: the later one comes behind the earlier one. */
async function* portionsOf(lines: AsyncIterable<Line>): AsyncGenerator<Portion> {
  let entries: Entry[] = []
  let keys = new Set<string>()
  let bytes = 0
  for await (const line of lines) {
    const entry = entryOf(line)
    const key = 'order' in entry ? keyOf(entry.order) : null
    if (entries.length >= PORTION || bytes >= PORTION_BYTES || (key !== null && keys.has(key))) {
      yield { entries, keys }
      entries = []
      keys = new Set()
      bytes = 0
    }
    entries.push(entry)
    bytes += line.text?.length ?? 0
    if (key !== null) keys.add(key)
  }
  if (entries.length > 0) yield { entries, keys }
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

/** What is answered to each, in their order. Put again, it is looked again for whom they name. */
async function putBatch(ctx: Ctx, entries: readonly Entry[], isAgain = false): Promise<string[]> {
  try {
    const lines = await ctx.db.write(ctx.scope.merchantId, (tx) => putTogether(tx, ctx, entries, isAgain))
    noteOrders(ctx.db, entries.length)
    return lines
  } catch (error) {
    // One that the database refuses, or many that others write as well: in halves until it is alone.
    const [only] = entries
    if (!isRowsFault(error) && !isConflict(error)) throw error
    if (entries.length === 1 && only !== undefined) {
      if (isConflict(error)) throw error
      if (!isAgain && 'order' in only && only.party !== undefined) return putBatch(ctx, entries, true)
      const problem = new Problem('order.refused', 422, { detail: 'The database cannot keep this order' })
      return [refusalOf({ no: only.no, problem })]
    }
    const half = Math.ceil(entries.length / 2)
    const first = await putBatch(ctx, entries.slice(0, half), true)
    return [...first, ...(await putBatch(ctx, entries.slice(half), true))]
  }
}

async function putTogether(
  tx: Writer,
  ctx: Ctx,
  entries: readonly Entry[],
  isAgain: boolean,
): Promise<string[]> {
  const stores = await readStores(tx, ctx.scope)
  const read = entries.map((entry) => {
    if ('problem' in entry) return entry
    const incoming = incomingOf(ctx, entry.order, stores)
    if (isAgain || entry.party === undefined || 'faults' in incoming) return incoming
    // Who was not there then may be by now.
    return entry.party.missed.length > 0 ? incoming : { ...incoming, found: entry.party }
  })
  const results = await putRead<Refused | RefusedOrder>(tx, ctx, read)
  return results.map((one, at) =>
    'problem' in one ? refusalOf(one) : answerOf((entries[at] as Entry).no, one),
  )
}

type Refused = { readonly no: number; readonly problem: Problem }

function incomingOf(
  ctx: Ctx,
  order: OrderLine,
  stores: Awaited<ReturnType<typeof readStores>>,
): IncomingOrder | RefusedOrder {
  const draft = readOrder(order, order, { merchant: ctx.merchant, stores })
  const { customer = null, organization = null } = order
  return 'faults' in draft ? draft : { draft, customer, organization }
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
