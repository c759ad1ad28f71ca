// Of orders whose file does not say which system it is of: the one that has such an id, and whom their customers' ids mean.
import type { Reader } from '../../../db/client.ts'
import { customersMeant, type Meant, soleOrders } from '../by-path/any-source.ts'
import type { ReadRow } from '../mapping/canonical.ts'
import type { ImportScope } from '../merge/facts.ts'
import type { MadeOrder } from './make-orders.rules.ts'

export type Sources = {
  /** The source of an order, by its id. */
  readonly orders: ReadonlyMap<string, string>
  /** Whom an id of another system means. */
  readonly customers: ReadonlyMap<string, Meant>
}
type Asking = { readonly row: ReadRow | undefined; readonly made: MadeOrder }

export async function soleSources(
  reader: Reader,
  { scope: { merchantId }, customersFrom }: Pick<ImportScope, 'scope' | 'customersFrom'>,
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
    customers: await customersMeant(reader, merchantId, {
      ids: all.flatMap(({ made }) => made.part.customer?.externalId ?? []),
      from: customersFrom,
    }),
  }
}
