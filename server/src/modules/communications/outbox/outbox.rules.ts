// What becomes of an attempt: sent, refused for good, or tried again, and when. Pure.

import { invalid } from '../../../kernel/problem.ts'
import { parseReachable } from '../../../kernel/reachable.ts'
import { withoutSecrets } from './mail-settings.rules.ts'

export const templates = ['receipt'] as const
export type Template = (typeof templates)[number]
export const states = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const
export type OutboxState = (typeof states)[number]

/** What was wanted so long ago would only surprise: it is not sent any more, unless somebody asks again. */
export const LONGEST_WAIT_DAYS = 7
/** Of one merchant, in 24 hours. */
export const MOST_A_DAY = 2000

const MINUTE = 60
const HOUR = 60 * MINUTE
/** After each attempt so many seconds; the last one is made about 42 hours after the first. */
const PAUSES = [5, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR]

/** Null when it has been tried often enough. */
export const pauseAfter = (tries: number): number | null => PAUSES[tries - 1] ?? null

export type Answer = { readonly code: number | null; readonly text: string }
export type Outcome =
  | { readonly kind: 'sent'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly answer: Answer }
  | { readonly kind: 'later'; readonly answer: Answer | null; readonly error: string | null }

/** As the mailer throws them. */
export type MailFault = {
  readonly code?: string
  readonly message?: string
  readonly response?: string
  readonly responseCode?: number
}

/**
 * A 5xx about this sender, recipient or message is final. One about signing in or the connection is about this
 * installation: it is mended by whoever runs it, and the mail goes then.
 */
export function outcomeOfFault(fault: MailFault, secrets: readonly string[]): Outcome {
  const { code = '', response, responseCode } = fault
  if (response === undefined || response === '') {
    const text = withoutSecrets(`${code} ${fault.message ?? ''}`.trim(), secrets)
    return { kind: 'later', answer: { code: null, text: oneLine(text) }, error: 'smtp.unreachable' }
  }
  const answer = { code: responseCode ?? null, text: oneLine(withoutSecrets(response, secrets)) }
  if (code === 'EAUTH') return { kind: 'later', answer, error: 'smtp.sign_in' }
  const isFinal = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  return isFinal ? { kind: 'refused', answer } : { kind: 'later', answer, error: 'smtp.later' }
}

export const sentWith = (response: string, secrets: readonly string[]): Outcome => {
  const text = oneLine(withoutSecrets(response, secrets))
  return { kind: 'sent', answer: { code: Number(/^\d{3}/.exec(text)?.[0] ?? 250), text } }
}

const LONGEST_ANSWER = 500
const oneLine = (text: string) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ANSWER)

/** RFC 3463: `5.1.1` of `550 5.1.1 No such user`. */
export const enhancedOf = (answer: string): string | null =>
  /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1] ?? null

/** One address, as it goes to the server; whatever could be more than one, or a header, is refused at its field. */
export function recipientOf(text: string, path: string): string {
  const parsed = parseReachable(/\p{Cc}/u.test(text) ? '' : text)
  if (parsed.ok) return parsed.email
  throw invalid([{ path, code: parsed.code, message: parsed.message }])
}

/** In one line of a header. */
export const subjectOf = (text: string): string =>
  Array.from(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
    .slice(0, 200)
    .join('')
