// Of orders whose file does not say which system it is of: the one that has such an id, and the one customer.
import type { Reader } from '../../../db/client.ts'
import { soleCustomers, soleOrders } from '../by-path/any-source.ts'
import type { ReadRow } from '../mapping/canonical.ts'
import type { MadeOrder } from './make-orders.rules.ts'

export type Sources = {
  /** The source of an order, by its id. */
  readonly orders: ReadonlyMap<string, string>
  /** The customer, by the id of another system. */
  readonly customers: ReadonlyMap<string, string>
}
type Asking = { readonly row: ReadRow | undefined; readonly made: MadeOrder }

export async function soleSources(
  reader: Reader,
  merchantId: string,
  all: readonly Asking[],
): Promise<Sources> {
  const open = all.filter(({ row }) => row?.fields.order?.isSourceGiven === false)
  const orders = await soleOrders(
    reader,
    merchantId,
    open.map(({ row }) => row?.fields.order?.externalId ?? ''),
  )
  return {
    orders: new Map([...orders].map(([id, { source }]) => [id, source])),
    customers: await soleCustomers(
      reader,
      merchantId,
      open.flatMap(({ made }) => made.part.customer?.externalId ?? []),
    ),
  }
}
