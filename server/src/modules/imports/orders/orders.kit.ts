// For tests: a shop with two customers, and orders with their lines as files bring them.
import { expect } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { verifyFigures } from '../../orders/index.ts'
import { importer } from '../imports.kit.ts'

export type Kit = Awaited<ReturnType<typeof setup>>

export async function shop() {
  const kit = await setup()
  const { run } = await importer(kit)
  const bring = (kind: string, file: string, mapping: object = { source: 'shop' }) =>
    run(file, { kind, mapping: JSON.stringify(mapping) })
  await bring(
    'customers',
    `ID,Company,Contact name,Email,Phone\nA,Acme,Ann Lee,acme@example.com,202-555-0143\nB,Bolt,Bob Fox,,202-555-0144\n`,
  )
  return { kit, bring, run }
}

export async function ordersOf({ as }: Kit) {
  const { items } = (await as.get('/orders?limit=200')).body
  const whole = await Promise.all(
    items.map(async ({ id }: { id: string }) => (await as.get(`/orders/${id}`)).body),
  )
  return new Map(whole.map((one) => [one.externalId, one]))
}

export async function expectClean({ db, first }: Kit, orders: number) {
  const differences: unknown[] = []
  expect(await verifyFigures(db, first.id, (one) => differences.push(one))).toBe(orders)
  expect(differences).toEqual([])
}

export const heads = `orderID,customerID,orderDate,requiredDate,shippedDate,freight
1,A,2026-03-01 09:30:00.000,2026-03-09,2026-03-04,1.50
2,B,2026-03-02 10:00:00.000,NULL,NULL,0.00
3,C,2026-03-03 10:00:00.000,NULL,NULL,2.25
`
export const lines = `orderID,productID,unitPrice,quantity,discount
1,11,14.00,12,0
2,42,9.80,10,0.15
1,72,3.335,1,0.05
`
