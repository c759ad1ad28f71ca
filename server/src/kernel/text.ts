/**
 * One folding of text for rows and for what is typed, so that both meet: accents, case, width and
 * punctuation aside. It is stored (sort names, haystacks, identifiers, spellings), so any change here or
 * in search-text.ts needs a new NORMALISER_VERSION: at its next start the worker rewrites what an older
 * one wrote. Done here and not in SQL: 0.1 µs for a plain name and 1 µs for others instead of 15, and a
 * server upgrade cannot change what is stored.
 *
 * Apostrophes vanish (O'Brien → obrien); hyphens, dots and other punctuation become a space
 * (Jean-Luc → jean luc). `joinedWords` gives the other readings (jeanluc; obrien for "O Brien"),
 * which rows store beside the words, so that each spelling finds each.
 */
export const NORMALISER_VERSION = 1

export function normalise(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return ASCII.test(text) ? tidy(lower.replace(SPACES, ' '), ASCII_RULES) : tidy(fold(text), ALL_RULES)
}

export function words(text: string): string[] {
  const folded = normalise(text)
  return folded === '' ? [] : folded.split(' ')
}

/**
 * The run-together readings of a name: without its hyphens and dots ("Jean-Luc" → jeanluc), and the
 * whole of a short one ("O Brien" → obrien); of a longer one its first two words ("Mac Donald and
 * Sons" → macdonald). Nothing for ideographs, which are words each anyway.
 */
export function joinedWords(text: string): string[] {
  if (SINGLE_WORD.test(text)) return []
  const apart = words(text)
  const joined = words(text.replace(HYPHENS_AND_DOTS, '')).filter((word) => !apart.includes(word))
  const plain = apart.length > 1 && !OWN_WORD_ANYWHERE.test(text)
  if (plain) joined.push((apart.length <= 3 ? apart : apart.slice(0, 2)).join(''))
  return [...new Set(joined)]
}

/** Digits of every script as 0–9: people paste ٠١٢ and １２３ as well as 123. */
export function asciiDigits(text: string): string {
  return ASCII.test(text) ? text : text.replace(OTHER_DIGIT, (digit) => String(digitValue(digit)))
}

/** Format and control characters, which nobody sees and every copy from a web page may carry. */
export function withoutInvisible(text: string): string {
  return text.replace(SPACES, ' ').replace(INVISIBLE, '').trim()
}

/** Cuts between characters, by characters and by UTF-8 bytes: an index entry has room for bytes. */
export function cutText(text: string, characters: number, bytes: number): string {
  if (text.length <= characters && text.length * 3 <= bytes) return text
  let cut = ''
  let used = 0
  for (const character of text) {
    used += utf8Length(character)
    if (used > bytes || cut.length + character.length > characters) break
    cut += character
  }
  return cut.trimEnd()
}

export function utf8Length(text: string): number {
  return ASCII.test(text) ? text.length : Buffer.byteLength(text)
}

const PLAIN = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/
const ASCII = /^\p{ASCII}*$/u
const SINGLE_WORD = /^\p{L}*$/u
const SPACES = /\s+/g
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const HYPHENS_AND_DOTS = /[\p{Pd}−.．]/gu
const OTHER_DIGIT = /\p{Nd}/gu
const DIGIT = /\p{Nd}/u

// ´ and its kin fall apart into a space and an accent, so they must go before the decomposition.
const SPACING_ACCENTS = /[\u00b4\u0384\u1fbd\u1fbf\u1fcd-\u1fcf\u1fdd-\u1fdf\u1ffd\u1ffe]/g
const MARKS = /\p{M}/gu

type Rules = { readonly dropped: RegExp; readonly ownWord: RegExp; readonly separators: RegExp }

const ALL_RULES: Rules = {
  // The middle dot is here for Catalan (Gal·la), the tatweel because it only stretches an Arabic word.
  dropped: /[\p{Cc}\p{Cf}\p{Cs}'`’‘‛ʼʻʹʾʿ′׳״·ـ]/gu,
  // % _ and \ are letters in a search: dropped, "100%" would find every 100.
  ownWord: /[\p{Script=Han}\p{So}\p{Emoji_Modifier}\p{Extended_Pictographic}%_\\]/gu,
  separators: /[^\p{L}\p{N}\p{So}\p{Emoji_Modifier}\p{Extended_Pictographic}%_\\]+|[©®°]+/gu,
}
// The same over ASCII, where most names are, at a third of the cost.
const ASCII_RULES: Rules = {
  dropped: /['`\p{Cc}]/gu,
  ownWord: /[%_\\]/g,
  separators: /[^a-z0-9%_\\]+/g,
}
const OWN_WORD_ANYWHERE = new RegExp(ALL_RULES.ownWord, 'u')
const LETTERS = /[ßłøæœđðþıħŧəςیک]/g
const LETTER: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ə: 'e',
  // A final sigma would keep "ΝΙΚΟΣ" from beginning "ΝΙΚΟΣΙΑ"; Persian ye and kaf are typed as Arabic ones.
  ς: 'σ',
  ی: 'ي',
  ک: 'ك',
}

function fold(text: string): string {
  return asciiDigits(
    text
      .replace(SPACING_ACCENTS, '')
      .normalize('NFKD')
      .replace(SPACES, ' ')
      .replace(MARKS, '')
      .toLowerCase()
      .replace(LETTERS, (letter) => LETTER[letter] ?? letter),
  )
}

function tidy(lower: string, rules: Rules): string {
  const tidied = lower
    .replace(rules.dropped, '')
    .replace(rules.ownWord, ' $& ')
    .replace(rules.separators, ' ')
  const folded = tidied.replace(SPACES, ' ').trim()
  // A name of punctuation alone ("!!!") would otherwise be no name and could not be found.
  return folded === '' ? lower.replace(INVISIBLE, '').replace(SPACES, '') : folded
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  // Unicode keeps digits in runs of ten that begin with zero.
  let start = code
  while (DIGIT.test(String.fromCodePoint(start - 1))) start -= 1
  return (code - start) % 10
}
