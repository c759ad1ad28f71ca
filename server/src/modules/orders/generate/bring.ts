import type { Writer } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import { readOrder } from '../order.rules.ts'
import type { OrderLine } from '../order-input.schemas.ts'
import { putOrders } from '../orders.commands.ts'
import { readStores } from '../references.queries.ts'

/** Orders of our own making, the way of any other; throws where one is not acceptable, which is a mistake of its maker. */
export async function bringMade(
  tx: Writer,
  maker: Pick<Ctx, 'scope' | 'merchant'>,
  orders: readonly OrderLine[],
): Promise<void> {
  const stores = await readStores(tx, maker.scope)
  const incoming = orders.map((order) => {
    const draft = readOrder(order, order, { merchant: maker.merchant, stores })
    if ('faults' in draft) throw new Error(JSON.stringify(draft.faults))
    return { draft, customer: order.customer ?? null, organization: order.organization ?? null }
  })
  for (const put of await putOrders(tx, maker, incoming))
    if ('faults' in put) throw new Error(JSON.stringify(put.faults))
}
