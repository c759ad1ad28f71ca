// The mail server. Loaded by the worker when the first mail goes, and nowhere else.
import { createTransport } from 'nodemailer'
import type { MailSettings } from './mail-settings.rules.ts'
import type { Letter } from './outbox.jobs.ts'
import { type MailFault, type Outcome, outcomeOfFault, sentWith } from './outbox.rules.ts'

/** A server that is silent for so long holds up other jobs. */
const CONNECT_MS = 10_000
const SILENCE_MS = 30_000
const LONGEST_MS = 90_000

export type Envelope = { readonly to: string; readonly subject: string; readonly messageId: string }

export async function sendBySmtp(
  { url, from, secrets }: MailSettings,
  { to, subject, messageId }: Envelope,
  letter: Letter,
): Promise<Outcome> {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // What is attached comes from us; nothing is fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
  const mail = {
    from: { name: from.name ?? letter.sender, address: from.address },
    to: { name: '', address: to },
    // Said apart: the server is told of this one recipient whatever the headers are read as.
    envelope: { from: from.address, to: [to] },
    subject,
    messageId,
    text: letter.text,
    html: letter.html,
    attachments: letter.attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content,
    })),
    headers: { 'Auto-Submitted': 'auto-generated' },
    // Its types do not know of it yet.
    signal: AbortSignal.timeout(LONGEST_MS),
  }
  try {
    const { response } = await transport.sendMail(mail)
    return sentWith(response, secrets)
  } catch (error) {
    return outcomeOfFault(error as MailFault, secrets)
  } finally {
    transport.close()
  }
}
