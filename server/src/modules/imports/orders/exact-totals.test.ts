/**
 * Files of a program that reckons with four decimals: totals in one, lines in another. Each order comes to what the program
 * says to within one cent, not only their sum, in which cents up and down would hide one another.
 */
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { verifyFigures } from '../../orders/index.ts'
import { counts, importer } from '../imports.kit.ts'

/** Ten-thousandths, as text of four decimals. */
const decimal = (value: number) => (value / 10_000).toFixed(4)
const discounts = [0, 0, 0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.35, 0.4]

function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Sums are of the exact products, rounded to four decimals once, as the program does it. */
function madeUp(many: number, seed: number) {
  const any = random(seed)
  const heads = ['salesorderid,orderdate,subtotal,taxamt,freight,totaldue']
  const lines = ['salesorderid,orderqty,productid,unitprice,unitpricediscount']
  const due = new Map<string, number>()
  for (let n = 0; n < many; n++) {
    const id = String(43_659 + n)
    let exact = 0
    for (let line = 0; line <= any(n % 25 === 0 ? 70 : 8); line++) {
      const quantity = 1 + any(30)
      const price = 1 + any(35_000_000)
      const discount = discounts[any(discounts.length)] ?? 0
      exact += quantity * price * (100 - Math.round(discount * 100))
      lines.push([id, quantity, 700 + any(300), decimal(price), discount].join(','))
    }
    const subtotal = Math.round(exact / 100)
    const tax = Math.round(subtotal * 0.08)
    const freight = Math.round(subtotal * 0.025)
    const total = subtotal + tax + freight
    heads.push([id, '2026-05-31 00:00:00', ...[subtotal, tax, freight, total].map(decimal)].join(','))
    due.set(id, total)
  }
  return { heads: `${heads.join('\n')}\n`, lines: `${lines.join('\n')}\n`, rows: lines.length - 1, due }
}

test('each order is within one cent of what its program says, none is refused, and twice is the same', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const { heads, lines, rows, due } = madeUp(400, 11)
  const bring = (kind: string, file: string) => run(file, { kind })
  const none = { created: 0, updated: 0, unchanged: 0, rejected: 0 }

  expect(counts(await bring('orders', heads))).toEqual({ ...none, created: due.size })
  expect(counts(await bring('order-lines', lines))).toEqual({ ...none, updated: rows })

  const { rows: orders } = await kit.db.owner.query<{ id: string; total: string; items: number }>(
    'select external_id as id, total::text, jsonb_array_length(items) as items from orders',
  )
  expect(orders).toHaveLength(due.size)
  const off = orders.filter(({ id, total }) => Math.abs(Number(total) - (due.get(id) ?? 0) / 100) > 1)
  expect(off).toEqual([])
  expect(orders.reduce((sum, { items }) => sum + items, 0)).toBe(rows)
  expect(counts(await bring('orders', heads))).toEqual({ ...none, unchanged: due.size })
  expect(counts(await bring('order-lines', lines))).toEqual({ ...none, unchanged: rows })
  const found: unknown[] = []
  await verifyFigures(kit.db, kit.first.id, (one) => found.push(one))
  expect(found).toEqual([])
})
