// What was under way in the moment of the backup. The jobs that drove it are not in a backup, as nobody expects work to
// begin by itself in a restored installation; without them it would be under way for ever.
import type { ClientBase } from 'pg'

export async function endUnderway(client: ClientBase): Promise<void> {
  // As if cancelled: what was done stays done and can be undone. A job cannot be started anew, but the same action can.
  await client.query(
    `update bulk_jobs set state = 'cancelled', finished_at = now() where state in ('queued', 'running')`,
  )
  // As it was before its undo began, which can be asked for again and goes on with the customers that are left.
  await client.query(
    `update bulk_jobs
        set state = case when error is not null then 'failed'
                         when done + failed >= matched then 'succeeded'
                         else 'cancelled' end,
            finished_at = coalesce(finished_at, now())
      where state = 'undoing'`,
  )
  // Uploads are not in a backup: what came in stays, and the file has to be brought again.
  await client.query(
    `update imports set state = 'failed', is_held = false, error_code = 'import.file_gone',
            error_message = 'The file is not part of the backup; what came in stays', finished_at = now()
      where state in ('queued', 'running', 'paused')`,
  )
  // A copy of an installation must not write to the customers of the other; whoever means it sends it by hand.
  await client.query(
    `update outbox set state = 'cancelled', next_try_at = null, error = 'outbox.restored' where state in ('waiting', 'sending')`,
  )
  await client.query('update imports set storage_key = null where storage_key is not null')
}
