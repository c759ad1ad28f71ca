import { type EmailProblem, parseEmail } from './email.ts'

/**
 * One that somebody types to be reached by mail: a domain without a dot is an ending that was left out. What is only
 * written down, as files bring it, may lack it.
 */
export function parseReachable(
  input: string,
):
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly code: EmailProblem | 'email.no_dot'; readonly message: string } {
  const parsed = parseEmail(input)
  if (!parsed.ok) return { ...parsed, message: 'is not an email address' }
  return /@[^@]*[.\]][^@]*$/.test(parsed.email)
    ? parsed
    : { ok: false, code: 'email.no_dot', message: 'lacks the ending of its domain, such as .com' }
}
