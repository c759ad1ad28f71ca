import { setImmediate } from 'node:timers/promises'
import type { ByteSource } from '../../../kernel/storage.ts'
import { planTies } from '../affiliations/read-ties.rules.ts'
import { pathOfHeader } from '../by-path/paths.ts'
import { planRows, type RowsPlan } from '../by-path/plan-rows.rules.ts'
import type { Kind } from '../imports.schemas.ts'
import { isByPaths, isOfOrders } from '../kinds.rules.ts'
import { type Ends, groupedRows, ordersApart } from '../orders/group-rows.ts'
import { openTable } from '../read/open-table.ts'
import type { Table } from '../read/table.ts'
import { findEqualRows, type Numbering } from '../reviews/equal-rows.rules.ts'
import type { KnownMerchant, Mapping, ReadContext, ReadRow } from './canonical.ts'
import { countKnown } from './header-match.rules.ts'
import { planReading, type ReadingPlan } from './plan.ts'
import { surveyTable } from './survey.ts'
import { storesToMake, type UnknownStore, unknownStores, withStoreNames } from './unknown-stores.ts'

export type ReadFile = {
  readonly table: Table
  readonly plan: ReadingPlan
  /** Among the first so many rows. */
  unknownStores(maxRows?: number): Promise<readonly UnknownStore[]>
  /** From the first data row after `skip` of them. */
  rows(skip?: number): AsyncGenerator<readonly ReadRow[]>
}

/** What is known of the merchant when the stores of these names have been made. */
export type MakeStores = (names: readonly string[]) => Promise<KnownMerchant>
type Opening = {
  readonly maxRows?: number
  readonly kind?: Kind
  readonly isLook?: boolean
  readonly makeStores?: MakeStores
}

/**
 * Everything from an uploaded file to rows of customers. The file is read once to plan (all of it,
 * unless `maxRows` says that a beginning is enough) and again for the rows. For a look columns may be missing that
 * nothing comes in without: somebody is about to choose them.
 */
export async function openImport(
  source: ByteSource,
  mapping: Mapping,
  merchant: KnownMerchant,
  { maxRows, kind = 'customers', isLook = false, makeStores }: Opening = {},
): Promise<ReadFile> {
  const table = await openTable(
    source,
    { encoding: mapping.encoding, delimiter: mapping.delimiter },
    isByPaths(kind)
      ? (cells) => cells.filter((cell) => pathOfHeader(kind, cell) !== null).length
      : countKnown,
  )
  const survey = await surveyTable(table, {
    nulls: mapping.nulls ?? [],
    ...(maxRows !== undefined && { maxRows }),
  })
  const planned = <Plan extends ReadingPlan>(planFor: (context: ReadContext) => Plan) =>
    withStores(table, planFor, { mapping, merchant, makeStores })
  if (isByPaths(kind)) {
    const { plan, ...rest } = await planned((context) =>
      planRows(table, survey, mapping, { context, kind, isLook }),
    )
    if (isOfOrders(kind)) {
      const ends = await ordersApart(table, plan.keyOf, maxRows)
      return { table, plan, ...rest, rows: (skip = 0) => readOrders(table, plan, ends, skip) }
    }
    if (plan.hasKeys) return { table, plan, ...rest, rows: (skip = 0) => readRows(table, plan, skip) }
    const numbering = await findEqualRows(table, plan.keyOf, maxRows)
    return { table, plan, ...rest, rows: (skip = 0) => readReviews(table, plan, numbering(), skip) }
  }
  const { plan, ...rest } = await planned((context) =>
    kind === 'affiliations'
      ? planTies(table, survey, mapping, { context, isLook })
      : planReading(table, survey, mapping, context),
  )
  return { table, plan, ...rest, rows: (skip = 0) => readRows(table, plan, skip) }
}

type Known = {
  readonly mapping: Mapping
  readonly merchant: KnownMerchant
  readonly makeStores: MakeStores | undefined
}

/** Planned once more when stores were made that the file names. */
async function withStores<Plan extends ReadingPlan>(
  table: Table,
  planFor: (context: ReadContext) => Plan,
  { mapping, merchant, makeStores }: Known,
): Promise<Pick<ReadFile, 'unknownStores'> & { readonly plan: Plan }> {
  const context = withStoreNames(merchant, mapping)
  const plan = planFor(context)
  const look = (maxRows?: number) => unknownStores(table, plan, context, { maxRows })
  const wanted = mapping.makeStores === true && makeStores !== undefined
  const missing = wanted ? await storesToMake(table, plan, context) : []
  if (makeStores === undefined || missing.length === 0) return { plan, unknownStores: look }
  const made = await makeStores(missing)
  return withStores(table, planFor, { mapping, merchant: made, makeStores: undefined })
}

async function* readRows(table: Table, plan: ReadingPlan, skip: number): AsyncGenerator<readonly ReadRow[]> {
  let left = skip
  for await (const rows of table.rows()) {
    const wanted = left === 0 ? rows : rows.slice(left)
    left = Math.max(0, left - rows.length)
    // A piece of the file may hold tens of thousands of rows: as customers they are passed on in smaller lots.
    for (let at = 0; at < wanted.length; at += LOT) {
      yield wanted.slice(at, at + LOT).map((row) => plan.read(row))
      // Statements of the batch that is being written are sent in between.
      await setImmediate()
    }
  }
}

async function* readReviews(
  table: Table,
  plan: RowsPlan,
  keyOf: Numbering,
  skip: number,
): AsyncGenerator<readonly ReadRow[]> {
  let left = skip
  for await (const rows of table.rows()) {
    // Rows that are done count as well.
    const wanted = rows.map((row) => ({ row, key: keyOf(row) })).slice(left)
    left = Math.max(0, left - rows.length)
    for (let at = 0; at < wanted.length; at += LOT) {
      yield wanted.slice(at, at + LOT).map(({ row, key }) => plan.readAs(row, key))
      await setImmediate()
    }
  }
}

async function* readOrders(
  table: Table,
  plan: RowsPlan,
  ends: Ends,
  skip: number,
): AsyncGenerator<readonly ReadRow[]> {
  let left = skip
  for await (const rows of groupedRows(table, plan.keyOf, ends)) {
    const wanted = rows.slice(left)
    left = Math.max(0, left - rows.length)
    for (let at = 0; at < wanted.length; at += LOT) {
      yield wanted.slice(at, at + LOT).map(({ row, rejected }) => {
        const read = plan.read(row)
        return rejected === null
          ? read
          : { ...read, rejected, fields: { type: 'personal', typeGiven: false } }
      })
      await setImmediate()
    }
  }
}

const LOT = 25
