// What must hold before the first request is answered; each failure is one line.
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** The application role must be powerless, and the server's character type must not blind pg_trgm to other scripts. */
export async function requireSafeDatabase(db: Db): Promise<void> {
  const row = await db.global(async (reader) => {
    const { rows } = await sql<{
      name: string
      super: boolean
      bypass: boolean
      owns: boolean
      sees: boolean
    }>`
      select current_user as name, r.rolsuper as super, r.rolbypassrls as bypass,
             exists (select from pg_class where relowner = r.oid) as owns,
             cardinality(show_trgm('б')) > 0 as sees
        from pg_roles r where r.rolname = current_user`.execute(reader)
    return rows[0]
  })
  if (row === undefined || row.name !== 'clientele_app' || row.super || row.bypass || row.owns) {
    throw new Error(
      'the application must run as clientele_app, without superuser, bypassrls or tables of its own',
    )
  }
  if (!row.sees)
    throw new Error(
      'the database must have LC_CTYPE C.UTF-8 (or another UTF-8 locale): with C, search is blind to other scripts',
    )
}
