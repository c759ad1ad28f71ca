// What was typed, as search reads it: identifiers to look up, the beginning of a name, words anywhere, and words that
// may hold a typo.
import { parseEmail } from '../../../kernel/email.ts'
import { phoneQueryForms } from '../../../kernel/phone.ts'
import { escapeLike, likePattern, prefixEnd } from '../../../kernel/search-text.ts'
import { asciiDigits, normalise, words } from '../../../kernel/text.ts'
import { codeKey } from './search.rules.ts'

export type Terms = {
  readonly exact: { readonly code: string; readonly email: string | null; readonly phones: readonly string[] }
  /** Bounds of the names that begin with it; null for what is no beginning of a name. */
  readonly prefix: { readonly from: string; readonly before: string | null } | null
  /** A customer matches when all words of one reading do. */
  readonly readings: readonly (readonly Word[])[]
  /** The words as typed, for the near ones. */
  readonly words: readonly string[]
}

export type Word = { readonly begins: string; readonly contains: string }

/** Null when nothing is left to look for. */
export function termsOf(q: string, country: string): Terms | null {
  const typed = words(q)
  if (typed.length === 0) return null
  const trimmed = q.trim()
  const email = addressOf(trimmed)
  const phones = isNumberLike(trimmed)
    ? phoneQueryForms(trimmed, country).filter((form) => form.length >= 4)
    : []
  const asWords = email === null ? readingsOf(typed, phones) : [[email]]
  const isName = email === null && phones.length === 0
  return {
    exact: {
      code: codeKey(trimmed),
      email: exactEmail(trimmed),
      phones: phones.filter((form) => form.length >= 5),
    },
    prefix: isName ? prefixOf(normalise(q)) : null,
    readings: asWords.map((reading) => reading.map(wordOf)),
    words: typed,
  }
}

const MOST_WORDS = 12

/** A number by its digits, whatever stands between them; and by its parts, as codes and names with figures have them. */
function readingsOf(typed: readonly string[], phones: readonly string[]): string[][] {
  const shortest = phones.filter((form) => !phones.some((other) => other !== form && form.includes(other)))
  const parts = [...new Set(typed)].slice(0, MOST_WORDS)
  const isRun = parts.length === 1 && shortest.includes(parts[0] as string)
  return [...shortest.map((form) => [form]), ...(isRun ? [] : [parts])]
}

const wordOf = (word: string): Word => ({ begins: `% ${escapeLike(word)}%`, contains: likePattern(word) })

function prefixOf(from: string) {
  return { from, before: prefixEnd(from) }
}

/** An address is kept whole in the haystack; of three letters and more, so that there is something to look up. */
function addressOf(text: string): string | null {
  return /^[^\s@]*@[^\s@]*$/.test(text) && [...text].length >= 3 ? text.toLowerCase() : null
}

function exactEmail(text: string): string | null {
  const parsed = text.includes('@') ? parseEmail(text) : null
  return parsed?.ok ? parsed.email : null
}

/** Four digits or more and nothing but what stands between the digits of a telephone number. */
function isNumberLike(text: string): boolean {
  const ascii = asciiDigits(text)
  return /^[+(]?[\d\s().+/·-]*$/.test(ascii) && (ascii.match(/\d/g)?.length ?? 0) >= 4
}
