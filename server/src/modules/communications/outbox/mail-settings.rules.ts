// The mail server and the sender, as the environment names them. Pure.
import { isIP } from 'node:net'
import { parseEmail } from '../../../kernel/email.ts'

export type MailSettings = {
  /** With its user and password: for the connection, and for nothing that is shown or logged. */
  readonly url: string
  readonly from: { readonly name: string | null; readonly address: string }
  /** What must not stand in any text that is kept. */
  readonly secrets: readonly string[]
}

export type MailPlace = {
  readonly smtpUrl: string | null
  readonly mailFrom: string | null
}

/** Null without SMTP_URL: then everything waits. */
export function mailSettingsOf({ smtpUrl, mailFrom }: MailPlace): MailSettings | null {
  if (smtpUrl === null) return null
  const { username, password, hostname } = new URL(smtpUrl)
  const user = decoded(username)
  return { url: smtpUrl, from: senderOf(mailFrom, user, hostname), secrets: secretsOf(user, password) }
}

/** Without MAIL_FROM the user that signs in, if that is an address; else a name at the mail server's. */
function senderOf(mailFrom: string | null, user: string, hostname: string): MailSettings['from'] {
  const named = /^(.*)<([^<>]+)>$/.exec(mailFrom ?? '')
  if (named !== null) {
    const name = (named[1] as string).trim().replace(/^"(.*)"$/, '$1')
    return { name: name === '' ? null : name, address: (named[2] as string).trim() }
  }
  if (mailFrom !== null) return { name: null, address: mailFrom }
  if (user.includes('@') && parseEmail(user).ok) return { name: null, address: user }
  const host = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname : 'localhost'
  return { name: null, address: `receipts@${host}` }
}

/** In every form in which it goes over the wire or stands in the URL. */
function secretsOf(user: string, password: string): string[] {
  if (password === '') return []
  const plain = decoded(password)
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const forms = [plain, password, base64(plain), base64(`\u0000${user}\u0000${plain}`)]
  // Of two that overlap the longer one first.
  return forms.sort((a, b) => b.length - a.length)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, '***'), text)
