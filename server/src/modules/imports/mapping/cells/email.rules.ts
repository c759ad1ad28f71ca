import { parseEmail } from '../../../../kernel/email.ts'
import type { CellProblem } from './cell.ts'

/** One cell may hold several. What cannot be an address is told apart from those that are. */
export function readEmails(text: string): {
  readonly emails: string[]
  readonly problem: CellProblem | null
} {
  const whole = parseEmail(text)
  if (whole.ok) return { emails: [whole.email], problem: null }
  const parts = text.split(/\s*:::\s*|[;,|/\s]+/).filter((part) => part !== '')
  const emails: string[] = []
  let problem: CellProblem | null = null
  for (const part of parts) {
    const read = parts.length > 1 && !part.includes('@') ? null : parseEmail(part)
    if (read?.ok) emails.push(read.email)
    else if (read !== null) problem = { code: read.code, message: 'is not an email address' }
  }
  if (emails.length === 0) problem ??= { code: 'email.invalid', message: 'is not an email address' }
  return { emails: [...new Set(emails)], problem }
}
