import { expect, test } from 'vitest'
import { importSummary } from './import-summary.rules.ts'

test('an import in words', () => {
  const summary = importSummary({
    ...{ id: 'i-1', kind: 'orders', fileName: 'till.csv', state: 'succeeded', dryRun: true, error: null },
    ...{ processed: 5, created: 3, updated: 1, unchanged: 0, rejected: 1, warnings: 2 },
    reasons: [{ code: 'order.no_price', rejected: true, rows: 1 }],
    assumptions: [
      { kind: 'timeZone', value: 'UTC', column: null, sure: false, setBy: 'timeZone', alternatives: [] },
      { kind: 'delimiter', value: ',', column: null, sure: true, setBy: 'delimiter', alternatives: [] },
    ],
    unreadColumns: [
      { header: 'Shoe', filled: 3 },
      { header: 'Empty', filled: 0 },
    ],
  })
  expect(summary.split('\n')).toEqual([
    'till.csv, orders: succeeded, only tried',
    '  5 rows: 3 created, 1 updated, 0 unchanged, 1 rejected; 2 with warnings',
    '  rejected: 1 × order.no_price',
    '  assumed: timeZone UTC',
    '  not read: Shoe',
    '  import i-1; --json prints all of it',
  ])
})
