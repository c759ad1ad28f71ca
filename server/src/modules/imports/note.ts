// What a batch leaves on its import: counters, the checkpoint, and what was said of its rows.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { runAll } from '../../db/statements.ts'
import { announce } from '../events/index.ts'
import type { BatchResult } from './merge/batch.ts'
import type { ImportScope } from './merge/facts.ts'
import type { TiedBatch } from './merge/last-ties.ts'
import type { Made } from './merge/made.ts'
import { keepTies } from './merge/own-ids.ts'
import { REPEATED } from './merge/plan-batch.ts'
import type { RowResult } from './merge/work.ts'

export async function noteBatch(tx: Writer, scope: ImportScope, result: BatchResult): Promise<void> {
  const { rows, changedIds, pending, made } = result
  const count = (outcome: RowResult['outcome']) => rows.filter((row) => row.outcome === outcome).length
  await keepTies(tx, scope, pending)
  await keepIssues(tx, scope, rows)
  const warned = rows.filter((row) => row.rejected === null && row.warnings.length > 0).length
  const counted = sql`
    update imports
       set processed = processed + ${rows.length}, created = created + ${count('created')},
           updated = updated + ${count('updated')}, unchanged = unchanged + ${count('unchanged')},
           rejected = rejected + ${count('rejected')}, warnings = warnings + ${warned},
           reasons = ${withReasons(rows)}, made = ${withMade(made)}
     where merchant_id = ${scope.scope.merchantId} and id = ${scope.importId}`
  await Promise.all([runAll(tx, [counted]), tell(tx, scope, changedIds)])
}

export async function noteTies(tx: Writer, scope: ImportScope, tied: TiedBatch): Promise<void> {
  const updated = tied.rows.filter((row) => row.wasUnchanged && row.outcome === 'updated').length
  const warned = tied.rows.filter((row) => row.warnings.length > 0)
  await keepIssues(tx, scope, warned)
  await sql`
    update imports set updated = updated + ${updated}, unchanged = unchanged - ${updated},
           warnings = (select count(*) from import_issues where merchant_id = ${scope.scope.merchantId}
                          and import_id = ${scope.importId} and not is_rejected),
           reasons = ${withReasons(warned)}, made = ${withMade(tied.made)}
     where merchant_id = ${scope.scope.merchantId} and id = ${scope.importId}`.execute(tx)
  await tell(tx, scope, tied.changedIds)
}

/** Each row once by each thing that is said of it. */
function withReasons(rows: readonly Said[]) {
  const counts: Record<string, number> = {}
  for (const { rejected, warnings } of rows) {
    const said =
      rejected === null ? warnings.map(({ code }) => `warning:${code}`) : [`rejected:${rejected.code}`]
    for (const reason of new Set(said)) counts[reason] = (counts[reason] ?? 0) + 1
  }
  return added('reasons', counts)
}

export const withMade = (made: Partial<Made & { readonly attributes: number }>) => added('made', made)

/** What was counted before and these; nothing of what was not counted from its beginning. */
function added(column: 'reasons' | 'made', counts: Readonly<Record<string, number>>) {
  const before = sql.ref(`imports.${column}`)
  const some = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
  if (Object.keys(some).length === 0) return before
  return sql`case when ${before} is not null then (
    select jsonb_object_agg(told.key, told.count)
      from (select each.key, sum(each.value::bigint) as count
              from (select * from jsonb_each_text(${before})
                    union all select * from jsonb_each_text(${JSON.stringify(some)}::jsonb)) each
             group by each.key) told) end`
}

async function tell(
  tx: Writer,
  { scope, importId }: ImportScope,
  changedIds: readonly string[],
): Promise<void> {
  const changed = { kind: 'customer.changed', ids: changedIds }
  await announce(tx, scope.merchantId, changed, { kind: 'import.progress', ids: [importId] })
}

type Said = Pick<RowResult, 'rejected' | 'warnings' | 'entity'> & {
  readonly row: Pick<RowResult['row'], 'row' | 'cells'>
}

async function keepIssues(
  tx: Writer,
  { scope, importId, dryRun }: ImportScope,
  rows: readonly Said[],
): Promise<void> {
  const said = rows
    .filter((one) => one.rejected !== null || one.warnings.length > 0)
    .map(({ row, rejected, warnings, entity = null }) => ({
      row: row.row,
      cells: row.cells.map(storable),
      rejected: rejected !== null,
      customer: dryRun || rejected !== null || isOfTwo(warnings) ? null : (entity?.id ?? null),
      reasons:
        rejected === null
          ? warnings.map((one) => ({ ...one, original: storable(one.original) }))
          : [{ column: '', original: '', ...rejected }],
    }))
  if (said.length === 0) return
  await sql`
    insert into import_issues as s (merchant_id, import_id, is_rejected, row_no, cells, reasons, customer_id)
    select ${scope.merchantId}::uuid, ${importId}::uuid, r.rejected, r.row, array(select jsonb_array_elements_text(r.cells)), r.reasons, r.customer
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as r(row int, cells jsonb, rejected boolean, reasons jsonb, customer uuid)
    on conflict (merchant_id, import_id, is_rejected, row_no) do update
       set reasons = s.reasons || excluded.reasons,
           customer_id = case when not s.reasons @> ${JSON.stringify([{ code: REPEATED }])}::jsonb
                              then coalesce(s.customer_id, excluded.customer_id) end`.execute(tx)
}

/** Such a row came to an earlier one's customer: mended, it is not to change that one once more. */
const isOfTwo = (warnings: Said['warnings']) => warnings.some(({ code }) => code === REPEATED)

/** PostgreSQL keeps neither U+0000 nor half a character. */
const storable = (text: string) => text.replaceAll('\u0000', '').toWellFormed()
