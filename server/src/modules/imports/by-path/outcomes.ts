// What orders and reviews of a file have in common when they are written.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import type { FieldFault } from '../../../kernel/problem.ts'
import type { RowRejection } from '../mapping/canonical.ts'
import type { ImportScope } from '../merge/facts.ts'

/** A try writes as well, and takes it back: what the database says of these rows is known then. */
export async function triedOrDone<Answer>(
  tx: Writer,
  { dryRun }: ImportScope,
  write: () => Promise<Answer>,
): Promise<Answer> {
  if (!dryRun) return write()
  await sql`savepoint tried`.execute(tx)
  const answer = await write()
  await sql`rollback to savepoint tried`.execute(tx)
  return answer
}

/** Why it was refused; `code` where nothing says it. */
export const reasonOf = (faults: readonly FieldFault[], code: string): RowRejection => ({
  code: faults[0]?.code ?? code,
  message: faults.map(({ path, message }) => `${path} ${message}`).join('; '),
})
