// What files of orders leave unsaid, and what is made of it.
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { counts, importer } from '../imports.kit.ts'

const TILL = `Order ID,Date,Total,Payment method,Status,IVA
C-1,2026-02-13,12.00,Cash,,21%
C-2,2026-02-13,8.50,Visa,open,1.50
C-3,2026-02-14,abc,Cash,,
C-4,2026-02-14,,,,
`

test('a till that tells how a sale was paid was paid; what has no price that can be read is rejected, what is a percentage is no tax', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const tried = await run(TILL, { kind: 'orders', dryRun: 'true' })
  const done = await run(TILL, { kind: 'orders' })

  expect(counts(done)).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 2 })
  expect(done.reasons).toEqual([
    { code: 'order.no_price', rejected: true, rows: 2 },
    { code: 'number.unreadable', rejected: false, rows: 1 },
  ])
  expect([counts(tried), tried.reasons]).toEqual([counts(done), done.reasons])
  const { items } = (await kit.as.get('/orders')).body
  const paid = await Promise.all(
    items.map(async ({ id }: { id: string }) => {
      const { externalId, payments, totals } = (await kit.as.get(`/orders/${id}`)).body
      return [externalId, payments[0].method, totals.tax, totals.paid, totals.due]
    }),
  )
  expect(paid.sort()).toEqual([
    ['C-1', 'cash', 0, 1200, 0],
    ['C-2', 'card', 150, 0, 850],
  ])
  expect(counts(await run(TILL, { kind: 'orders' }))).toMatchObject({ unchanged: 2, rejected: 2 })
})
