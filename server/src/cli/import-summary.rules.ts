// What became of an import, for somebody who reads it on a terminal.
import type { Import } from '../modules/imports/index.ts'

type Told = Pick<
  Import,
  | 'id'
  | 'kind'
  | 'fileName'
  | 'state'
  | 'dryRun'
  | 'processed'
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'rejected'
  | 'warnings'
  | 'reasons'
  | 'assumptions'
  | 'unreadColumns'
  | 'error'
>

export function importSummary(told: Told): string {
  const { kind, fileName, state, dryRun, error } = told
  const counted = (['created', 'updated', 'unchanged', 'rejected'] as const).map(
    (name) => `${told[name]} ${name}`,
  )
  const unread = told.unreadColumns.filter(({ filled }) => filled > 0).map(({ header }) => header)
  const open = told.assumptions.filter(
    ({ kind: what, sure, value }) => !sure && what !== 'source' && value !== '',
  )
  return [
    `${fileName}, ${kind}: ${state}${dryRun ? ', only tried' : ''}`,
    ...(error === null ? [] : [`  ${error.message} (${error.code})`]),
    `  ${told.processed} rows: ${counted.join(', ')}; ${told.warnings} with warnings`,
    ...told.reasons.map(
      ({ code, rejected, rows }) => `  ${rejected ? 'rejected' : 'warning'}: ${rows} × ${code}`,
    ),
    ...open.map(
      ({ kind: what, value, column }) =>
        `  assumed: ${what} ${value}${column === null ? '' : ` (${column})`}`,
    ),
    ...(unread.length === 0 ? [] : [`  not read: ${unread.join(', ')}`]),
    `  import ${told.id}; --json prints all of it`,
  ].join('\n')
}
