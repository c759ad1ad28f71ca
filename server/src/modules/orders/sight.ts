// What users who are limited to stores see and bring, of orders and of what customers say of them.
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Scope } from '../../http/context.ts'
import { type FieldFault, invalid } from '../../kernel/problem.ts'
import { visibleTo } from '../customers/index.ts'

/** What belongs to no store is seen by those alone who are not limited to any. */
export const isInSight = ({ storeIds }: Pick<Scope, 'storeIds'>, storeId: string | null): boolean =>
  storeIds === null || (storeId !== null && storeIds.includes(storeId))

type Brought = {
  /** Of what is brought; stores that are named are in sight already. */
  readonly storeId: string | null
  /** What stands under its key. */
  readonly before: { readonly storeId: string | null } | undefined
}

/** Null where it may be brought; `of`: what stands out of sight is called so. */
export function outOfSight(
  scope: Pick<Scope, 'storeIds'>,
  { storeId, before }: Brought,
  of: { readonly code: string; readonly message: string },
): readonly FieldFault[] | null {
  if (scope.storeIds === null) return null
  if (storeId === null)
    return [{ path: 'store', code: 'field.required', message: 'is needed: you work for single stores' }]
  if (before === undefined || isInSight(scope, before.storeId)) return null
  return [{ path: 'externalId', ...of }]
}

/** As a condition: a list of somebody out of sight is empty. */
export const customerInSight = (scope: Scope, id: string): RawBuilder<unknown> =>
  scope.storeIds === null
    ? sql`true`
    : sql`exists (select from customers v where v.merchant_id = ${scope.merchantId} and v.id = ${id} and ${visibleTo(scope, 'v.id')})`

export async function isCustomerInSight(reader: Reader, scope: Scope, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from customers c where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(
    reader,
  )
  return rows.length > 0
}

/** Throws 422 at `customer.id`. */
export async function requireCustomer(reader: Reader, scope: Scope, id: string): Promise<void> {
  if (!(await isCustomerInSight(reader, scope, id)))
    throw invalid([{ path: 'customer.id', code: 'customer.unknown', message: 'is not a known customer' }])
}
