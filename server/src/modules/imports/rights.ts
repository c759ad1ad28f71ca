import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Actor, Ctx } from '../../http/context.ts'
import { isPermission, type Permission, permissions } from '../../kernel/permissions.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Mapping } from './mapping/canonical.ts'

/** What whoever began an import may do now: it may have been taken from them since. */
export async function permissionsOf(
  reader: Reader,
  merchantId: string,
  { kind, id }: Pick<Actor, 'kind' | 'id'>,
): Promise<ReadonlySet<Permission>> {
  if (kind === 'system') return new Set(permissions)
  const { rows } =
    kind === 'user'
      ? await sql<{ held: string[] }>`
          select r.permissions as held
            from memberships m join roles r on r.merchant_id = m.merchant_id and r.key = m.role
           where m.merchant_id = ${merchantId} and m.user_id = ${id}`.execute(reader)
      : await sql<{ held: string[] }>`
          select scopes as held from api_keys where merchant_id = ${merchantId} and id = ${id}`.execute(
          reader,
        )
  return new Set((rows[0]?.held ?? []).filter(isPermission))
}

/** Somebody limited to stores could not see the ones they made. */
export const mayMakeStores = (permissions: ReadonlySet<Permission>, storeIds: readonly string[] | null) =>
  storeIds === null && permissions.has('stores.write')

/** What a mapping asks to be done besides reading. */
export function requireRightToMap(
  { permissions, scope }: Pick<Ctx, 'permissions' | 'scope'>,
  mapping: Pick<Mapping, 'makeStores'> | null,
): void {
  if (mapping?.makeStores !== true || mayMakeStores(permissions, scope.storeIds)) return
  throw permissions.has('stores.write')
    ? new Problem('access.all_stores_only', 403, { detail: 'Only who may see all stores may make some' })
    : new Problem('access.denied', 403, {
        detail: 'Making stores takes the permission stores.write',
        params: { permission: 'stores.write' },
      })
}
