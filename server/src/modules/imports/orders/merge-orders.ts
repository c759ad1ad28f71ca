// One batch of orders or of their lines: rows become parts of orders, these are laid over what stands.
import type { Writer } from '../../../db/client.ts'
import { type ChangeOutcome, changeOrders, type OrderChanged } from '../../orders/index.ts'
import { missedCells } from '../by-path/missed.rules.ts'
import { reasonOf, triedOrDone } from '../by-path/outcomes.ts'
import type { ReadRow, RowRejection } from '../mapping/canonical.ts'
import type { BatchResult } from '../merge/batch.ts'
import type { ImportScope } from '../merge/facts.ts'
import { nothingMade } from '../merge/made.ts'
import type { RowResult } from '../merge/work.ts'
import type { OrderKind } from './columns.ts'
import { type MadeOrder, madeOf } from './make-orders.rules.ts'
import { type Sources, soleSources } from './sole-sources.ts'

type Group = {
  readonly rows: readonly ReadRow[]
  readonly made: MadeOrder
  readonly rejected: RowRejection | null
}

/** Rows of one order stand together in a batch, and in no other. */
export async function mergeOrders(
  tx: Writer,
  scope: ImportScope,
  rows: readonly ReadRow[],
  kind: OrderKind,
): Promise<BatchResult> {
  const groups = groupsOf(rows)
  const asked = groups.filter(({ rejected }) => rejected === null)
  const sources = await soleSources(
    tx,
    scope,
    asked.map(({ rows: [row], made }) => ({ row, made })),
  )
  const changes = asked.map((group) => changeOf(group, kind, sources))
  const outcomes = await triedOrDone(tx, scope, () => changeOrders(tx, scope, changes))
  const orders = outcomes.filter((one) => 'outcome' in one && one.outcome === 'created').length
  let next = 0
  const results = groups.flatMap((group): RowResult[] => {
    const outcome = group.rejected === null ? (outcomes[next++] as ChangeOutcome) : { faults: [] }
    return resultsOf(group, outcome, sources)
  })
  return { rows: results, changedIds: [], pending: [], made: { ...nothingMade(), orders }, words: [] }
}

function groupsOf(rows: readonly ReadRow[]): Group[] {
  const groups: ReadRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last !== undefined && isOneOrder(last[0] as ReadRow, row)) last.push(row)
    else groups.push([row])
  }
  return groups.map((all) => ({
    rows: all,
    made: madeOf(all),
    rejected: all.find(({ rejected }) => rejected !== undefined)?.rejected ?? null,
  }))
}

export const isOneOrder = (a: ReadRow, b: ReadRow): boolean =>
  a.fields.order !== undefined && a.fields.order.externalId === b.fields.order?.externalId

function changeOf({ rows, made }: Group, kind: OrderKind, sources: Sources): OrderChanged {
  const order = rows[0]?.fields.order
  const externalId = order?.externalId ?? ''
  const source = order?.source ?? ''
  const isLines = kind === 'order-lines'
  const known = meantOf(made, sources)
  return {
    source: isLines && order?.isSourceGiven === false ? (sources.orders.get(externalId) ?? source) : source,
    externalId,
    part:
      known !== undefined && 'customer' in known
        ? { ...made.part, customer: { ...made.part.customer, id: known.customer } }
        : made.part,
    ...(known !== undefined && 'why' in known && { keeps: known.keeps }),
    mustStand: isLines,
    mustHavePrice: ['totals.net', 'totals.total'].some((path) => order?.headers.has(path)),
  }
}

const meantOf = ({ part }: MadeOrder, { customers }: Sources) =>
  customers.get(String(part.customer?.externalId))

function resultsOf({ rows, made, rejected }: Group, outcome: ChangeOutcome, sources: Sources): RowResult[] {
  const reason = rejected ?? ('faults' in outcome ? reasonOf(outcome.faults, 'order.refused') : null)
  const missed = 'missed' in outcome ? outcome.missed : []
  return rows.map((row, i) => ({
    row,
    outcome: reason !== null || !('outcome' in outcome) ? 'rejected' : outcome.outcome,
    rejected: reason,
    warnings: [
      ...(made.warnings[i] ?? []),
      ...(row.fields.order === undefined
        ? []
        : missedCells(row.fields.order, missed, meantOf(made, sources))),
    ],
  }))
}
