import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Actor } from '../../http/context.ts'
import { isPermission, type Permission, permissions } from '../../kernel/permissions.ts'

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
