/**
 * Sending, one mail a job. Held by an advisory lock for as long as it takes, so that a mail is in one worker's hands at a
 * time and in nobody's when that worker dies. SMTP has no way to ask whether a mail arrived: a worker that is killed after
 * the server took it and before that was recorded leaves the state `sending`, and the mail goes a second time, under the same
 * Message-ID, by which programs for mail know it for a copy. The other choice would lose mails.
 */
import type { Pool } from 'pg'
import type { Db } from '../../../db/client.ts'
import type { Task, Tasks } from '../../../db/jobs.ts'
import type { MailSettings } from './mail-settings.rules.ts'
import { beginAttempt, settle } from './outbox.attempts.ts'
import { SEND_TASK, takeHold } from './outbox.commands.ts'
import type { OutboxRow } from './outbox.queries.ts'
import type { Template } from './outbox.rules.ts'

export type Letter = {
  /** Shown as who sends it, unless MAIL_FROM says a name. */
  readonly sender: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly {
    readonly name: string
    readonly type: string
    readonly content: Buffer
  }[]
}
/** Writes it when it goes: what was mended meanwhile is right in it. */
export type WriteLetter = (db: Db, row: OutboxRow) => Promise<Letter>
export type Letters = Readonly<Record<Template, WriteLetter>>

/** Without a mail server a job ends at once and its mail waits, until a worker starts that has one. */
export function outboxTasks(mail: MailSettings | null, letters: Letters): Tasks {
  const send: Task = async (payload, { db }) => {
    if (mail === null) return
    const { merchantId, outboxId } = payload as typeof payload & { readonly outboxId: string }
    await whileHeld(db, merchantId, outboxId, async () => {
      const messageId = `<${outboxId}@${mail.from.address.split('@').at(-1)}>`
      const row = await db.write(merchantId, (tx) => beginAttempt(tx, merchantId, outboxId, messageId))
      if (row !== null) await attempt(db, row, mail, letters)
    })
  }
  return { [SEND_TASK]: send }
}

async function attempt(db: Db, row: OutboxRow, mail: MailSettings, letters: Letters): Promise<void> {
  let letter: Letter
  try {
    letter = await letters[row.template](db, row)
  } catch (error) {
    await db.write(row.merchantId, (tx) =>
      settle(tx, row, { kind: 'later', answer: null, error: 'outbox.broken' }),
    )
    throw error
  }
  const { sendBySmtp } = await import('./smtp.ts')
  const { recipient: to, subject, messageId } = row
  const outcome = await sendBySmtp(mail, { to, subject, messageId: messageId as string }, letter)
  await db.write(row.merchantId, (tx) => settle(tx, row, outcome))
}

/** The transaction holds the lock and does nothing else: what it waits for must not be done again with it. */
async function whileHeld(db: Db, merchantId: string, id: string, work: () => Promise<void>): Promise<void> {
  let failed: { readonly error: unknown } | null = null
  await db.write(merchantId, async (tx) => {
    if (!(await takeHold(tx, id))) return
    await work().catch((error: unknown) => {
      failed = { error }
    })
  })
  if (failed !== null) throw (failed as { readonly error: unknown }).error
}

/** What waited for a mail server, or was in the hands of a worker that died, goes when one starts that has a mail server. */
export async function resumeOutbox(owner: Pool): Promise<void> {
  await owner.query(
    `select graphile_worker.add_job($1, json_build_object('merchantId', b.merchant_id, 'outboxId', b.id),
            job_key => 'outbox:' || b.id, run_at => coalesce(b.next_try_at, now()), max_attempts => 10)
       from outbox b where b.state in ('waiting', 'sending') order by b.id`,
    [SEND_TASK],
  )
}
