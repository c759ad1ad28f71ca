// What to make of the refusals of a store: tried once more, or told. Of its errors only names and numbers go on, as their
// texts repeat what was sent.
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../../../kernel/problem.ts'

const RETRY_AFTER_MS = 300

/** Once more after what may pass; a Problem 503 when it stays so. Null when there is no such object. */
export async function ask<T>(act: () => Promise<T>): Promise<T | null> {
  for (let isLast = false; ; isLast = true) {
    try {
      return await act()
    } catch (error) {
      if (isMissing(error)) return null
      if (isLast || !mayPass(error)) throw unavailable(error)
      await sleep(RETRY_AFTER_MS)
    }
  }
}

/** Of what is never missing. */
export async function insist<T>(act: () => Promise<T>): Promise<T> {
  const answer = await ask(act)
  if (answer === null) throw unavailable({ name: 'NotFound' })
  return answer
}

const CODE = 'files.unavailable'

/** The store is away, or refuses: nobody's request is at fault, and later it may work. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Problem && error.code === CODE
}

export function unavailable(error: unknown): Problem {
  return new Problem(CODE, 503, {
    detail: 'The place where files are kept does not answer: try again in a moment',
    cause: new Error(`the store of FILES_URL: ${reasonOf(error)}`),
  })
}

type Refusal = {
  readonly name?: unknown
  readonly code?: unknown
  readonly $metadata?: { readonly httpStatusCode?: number }
}

export const statusOf = (error: unknown) => (error as Refusal).$metadata?.httpStatusCode ?? null

/** Names only. */
export function reasonOf(error: unknown): string {
  const { name, code } = error as Refusal
  const word = [code, name].find(
    (text) => typeof text === 'string' && /^\w{3,60}$/.test(text) && text !== 'Error',
  )
  const status = statusOf(error)
  return [word ?? 'failed', ...(status === null ? [] : [status])].join(' ')
}

/** A bucket that is gone is no missing object. */
const isMissing = (error: unknown) =>
  ['NoSuchKey', 'NoSuchUpload', 'NotFound'].includes(String((error as Refusal).name))

/** What never came to an answer, and what the store itself calls a moment's trouble. A clock gone wrong is set by the answer. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error)
  if (status === null || status >= 500 || status === 429) return true
  return ['RequestTimeTooSkewed', 'RequestTimeout', 'SlowDown'].includes(String((error as Refusal).name))
}
