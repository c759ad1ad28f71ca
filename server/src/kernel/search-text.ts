/**
 * What the customer search reads and how a typed word becomes a condition on it: the haystack of a
 * customer, bounds of a prefix scan in `collate "C"`, LIKE patterns, and one-letter typos.
 */
import type { NameFields } from './names.ts'
import { nameWords } from './names.ts'
import { joinedWords, utf8Length, words } from './text.ts'

export type Findable = NameFields & {
  readonly number?: string | null
  readonly emails: readonly string[]
  readonly phones: readonly { readonly digits: string; readonly nationalDigits: string | null }[]
  /** External ids, gift card numbers, loyalty codes. */
  readonly codes: readonly string[]
}

/**
 * All words of a customer, each once, between spaces, so that `% w%` finds where a word begins.
 * The most telling come first, as it is cut: an index entry holds 2.7 kB, the sort name included.
 */
export function haystack(customer: Findable, ofNames = nameWords(customer)): string {
  const all = new Set([
    ...ofNames,
    ...(customer.number ? codeWords(customer.number) : []),
    ...customer.phones.flatMap((phone) => [phone.digits, phone.nationalDigits ?? '']),
    ...customer.emails.flatMap(emailWords),
    ...customer.codes.flatMap(codeWords),
  ])
  all.delete('')
  let text = ' '
  let bytes = 1
  for (const whole of all) {
    const word = whole.length > WORD_LIMIT ? [...whole].slice(0, WORD_LIMIT).join('') : whole
    const size = utf8Length(word) + 1
    if (text.length + word.length + 1 > HAYSTACK_CHARACTERS || bytes + size > HAYSTACK_BYTES) continue
    text += `${word} `
    bytes += size
  }
  return text
}

/**
 * The least text above every text with this prefix, in byte order (UTF-8 keeps code point order):
 * the last code point plus one. Null when there is none, and the range is open above.
 */
export function prefixEnd(prefix: string): string | null {
  const points = [...prefix]
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const code = last.codePointAt(0) ?? 0
    if (code === LAST_CODE_POINT) continue
    // Surrogates are no characters and cannot be stored.
    const next = code + 1 >= 0xd800 && code + 1 <= 0xdfff ? 0xe000 : code + 1
    return points.join('') + String.fromCodePoint(next)
  }
  return null
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** Anywhere for a word of three letters or more; a shorter one has no trigram unless it begins a word. */
export function likePattern(word: string): string {
  return [...word].length >= 3 ? `%${escapeLike(word)}%` : `% ${escapeLike(word)}%`
}

/** The word with each one letter left out, for words of five letters or more; without the word itself. */
export function deletions(word: string): string[] {
  if (!hasDeletions(word)) return []
  const letters = [...word]
  return [...new Set(letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join('')))]
}

export function hasDeletions(word: string): boolean {
  if (word.length < 5) return false
  const { length } = [...word]
  return length >= 5 && length <= WORD_LIMIT
}

/** One letter wrong, missing or too many, or two neighbours swapped, or none of it. */
export function isNear(a: string, b: string): boolean {
  const left = [...a]
  const right = [...b]
  if (Math.abs(left.length - right.length) > 1) return false
  let start = 0
  while (start < left.length && left[start] === right[start]) start += 1
  let leftEnd = left.length
  let rightEnd = right.length
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1
    rightEnd -= 1
  }
  if (leftEnd - start <= 1 && rightEnd - start <= 1) return true
  const swapped = left[start] === right[start + 1] && left[start + 1] === right[start]
  return leftEnd - start === 2 && rightEnd - start === 2 && swapped
}

const HAYSTACK_CHARACTERS = 1000
const HAYSTACK_BYTES = 1500
const WORD_LIMIT = 100
const LAST_CODE_POINT = 0x10ffff

const codeWords = (code: string) => [...words(code), ...joinedWords(code)]

function emailWords(email: string): string[] {
  const [local = '', domain = ''] = email.split('@')
  return [email.toLowerCase(), ...words(local), ...joinedWords(local), ...words(domain)]
}
