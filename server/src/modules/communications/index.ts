// Communications: what goes out to customers, by which way, and what became of it.
export { type MailSettings, mailSettingsOf } from './outbox/mail-settings.rules.ts'
export { queueMail } from './outbox/outbox.commands.ts'
export {
  type Letter,
  type Letters,
  outboxTasks,
  resumeOutbox,
  type WriteLetter,
} from './outbox/outbox.jobs.ts'
export { type OutboxDeps, outboxRoutes } from './outbox/outbox.routes.ts'
export { recipientOf } from './outbox/outbox.rules.ts'
export { mailPace } from './outbox/pace.ts'
