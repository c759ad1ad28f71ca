import { createHash } from 'node:crypto'
import { headerWords } from './header-words.rules.ts'
import type { ColumnSurvey } from './survey.ts'

/**
 * The name under which the ids of an unknown program are kept. Two programs both number their
 * customers from 1, so it follows from the columns that say who somebody is: another program
 * calls them otherwise, the same one calls them alike in its next export, in whatever order.
 */
export function sourceOf(columns: readonly ColumnSurvey[], paths: readonly (string | null)[]): string {
  const telling = columns.flatMap(({ header }, i) => (WHO.test(paths[i] ?? '') ? [headerWords(header)] : []))
  const digest = createHash('sha256').update(telling.sort().join('\n')).digest('hex')
  return `file-${digest.slice(0, 8)}`
}

/** Of address books of which no program says that it wrote them: each gives its cards ids that no other has. */
export const ANY_CARDS = 'vcard'

/** Not by a person: it says nothing to one. */
export const isMadeUp = (source: string): boolean => /^file-[0-9a-f]{8}$/.test(source)

/** Between these, byte by byte, all of those stand. */
export const firstMadeUp = 'file-0'
export const behindMadeUp = 'file-g'

const WHO =
  /^(?:externalId|number|fullName|firstName|lastName|businessName|organization|email|phone|contact\..*)$/
