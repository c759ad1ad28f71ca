// All that a receipt is made of: the order as stored, where it was bought, and whose it is.
import { sql } from 'kysely'
import type { Reader } from '../../../../db/client.ts'
import type { Merchant, Scope } from '../../../../http/context.ts'
import { visibleTo } from '../../../customers/index.ts'
import { readOrderText } from '../../orders.queries.ts'
import type { Order } from '../../orders.schemas.ts'
import { type ReceiptCustomer, type ReceiptStore, receiptOf } from './content.rules.ts'
import { placeOf } from './place.rules.ts'
import { type ReceiptView, viewOf } from './view.rules.ts'

type Row = {
  /** Also of who is out of the caller's sight: what happens is recorded with them all the same. */
  readonly customerId: string | null
  readonly customer: ReceiptCustomer | null
  readonly store: (Omit<ReceiptStore, 'address'> & Record<AddressPart, string | null>) | null
}
type AddressPart = 'line1' | 'line2' | 'city' | 'state' | 'postalCode'

export type FoundReceipt = {
  readonly view: ReceiptView
  readonly customerId: string | null
  readonly email: string | null
}

export async function readReceipt(
  reader: Reader,
  { scope, merchant }: { readonly scope: Scope; readonly merchant: Merchant },
  id: string,
): Promise<FoundReceipt> {
  const order = JSON.parse((await readOrderText(reader, scope, id)).text) as Order
  const { rows } = await sql<Row>`
    select o.customer_id as "customerId",
           case when c.id is not null then json_build_object('id', c.id, 'name', c.display_name, 'email', c.email,
             'preferredLanguage', c.preferred_language) end as customer,
           case when s.id is not null then json_build_object('id', s.id, 'name', s.name, 'phone', s.phone, 'email', s.email,
             'line1', s.line1, 'line2', s.line2, 'city', s.city, 'state', s.state, 'postalCode', s.postal_code,
             'country', s.country, 'timeZone', s.time_zone) end as store
      from orders o
      left join customers c on c.merchant_id = o.merchant_id and c.id = o.customer_id and ${visibleTo(scope, 'c.id')}
      left join stores s on s.merchant_id = o.merchant_id and s.id = o.store_id
     where o.merchant_id = ${scope.merchantId} and o.id = ${id}`.execute(reader)
  const { customerId, customer, store } = rows[0] as Row
  const parties = { merchant, customer, store: store === null ? null : storeOf(store) }
  const receipt = receiptOf(order, parties)
  return {
    view: viewOf(receipt, placeOf(parties)),
    customerId,
    email: customer?.email ?? null,
  }
}

function storeOf({
  line1,
  line2,
  city,
  state,
  postalCode,
  ...store
}: NonNullable<Row['store']>): ReceiptStore {
  const american = `${city ?? ''}, ${[state, postalCode].filter(Boolean).join(' ')}`.replace(/^, |, $/g, '')
  const european = [postalCode, city, state].filter(Boolean).join(' ')
  const town = store.country === null || NUMBER_LAST.has(store.country) ? american : european
  return { ...store, address: [line1, line2, town].flatMap((part) => (part ? [part] : [])) }
}

/** Where the postal code stands behind the town. */
const NUMBER_LAST: ReadonlySet<string> = new Set('US CA AU GB IE NZ IN PR PH ZA'.split(' '))
