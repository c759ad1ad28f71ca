// Near misses: which kept words a mistyped word may stand for.
import { escapeLike, isNear } from '../../../kernel/search-text.ts'
import { spellings } from './search.rules.ts'
import type { Word } from './search.terms.rules.ts'

/** Of four letters and more: a word of five may have been typed with one missing. */
export const mayBeMistyped = (word: string) => [...word].length >= 4

export const typedSpellings = (words: readonly string[]): string[] => [
  ...new Set(words.filter(mayBeMistyped).flatMap(spellings)),
]

const MOST_CANDIDATES = 8

/** The words at one letter's distance, nearest lengths first. */
export function candidatesFor(typed: string, kept: readonly string[]): string[] {
  const distance = (word: string) => Math.abs([...word].length - [...typed].length)
  return kept
    .filter((word) => word !== typed && isNear(typed, word))
    .sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
}

export const wholeWord = (word: string): string => `% ${escapeLike(word)} %`

export type NearWord = { readonly typed: Word; readonly candidates: readonly string[] }
