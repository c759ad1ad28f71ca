// What was typed as conditions over `s`, a search row.
import type { Reader } from '../../../db/client.ts'
import { likePattern } from '../../../kernel/search-text.ts'
import type { Test } from '../list/list.resolve.ts'
import { type Params, params, run } from '../list/params.ts'
import { candidatesFor, typedSpellings, wholeWord } from './near.rules.ts'
import type { Terms, Word } from './search.terms.rules.ts'

type Part = keyof Word

/** Every word of one of the readings begins a word, or stands somewhere in one. */
export function wordsTest({ readings }: Pick<Terms, 'readings'>, part: Part): Test {
  return {
    over: 's',
    sql: (p) =>
      anyOf(readings.map((reading) => allOf(reading.map((word) => `s.haystack like ${p(word[part])}`)))),
  }
}

export type NearTerms = {
  readonly test: Test
  /** Of a single word typed: the words it may stand for. */
  readonly candidates: readonly string[]
}

/** Whether any word is long enough to be near to another. */
export const isNearPossible = ({ words }: Terms): boolean => typedSpellings(words).length > 0

/** Null when no word that anybody bears is near to one that was typed. */
export async function nearTerms(reader: Reader, merchantId: string, terms: Terms): Promise<NearTerms | null> {
  const spellings = typedSpellings(terms.words)
  if (spellings.length === 0) return null
  const p = params()
  const rows = await run<{ word: string }>(
    reader,
    `select distinct word from name_word_deletes
      where merchant_id = ${p(merchantId, 'uuid')} and deletion = any(${p(spellings, 'text[]')})`,
    p,
  )
  const kept = rows.map((row) => row.word)
  const near = terms.words.map((word) => ({ word, candidates: candidatesFor(word, kept) }))
  if (near.every(({ candidates }) => candidates.length === 0)) return null
  const sql = (p: Params) =>
    allOf(
      near.map(({ word, candidates }) =>
        anyOf([likePattern(word), ...candidates.map(wholeWord)].map((like) => `s.haystack like ${p(like)}`)),
      ),
    )
  return { test: { over: 's', sql }, candidates: terms.words.length === 1 ? (near[0]?.candidates ?? []) : [] }
}

export const anyOf = (conditions: readonly string[]) => `(${conditions.join(' or ')})`
export const allOf = (conditions: readonly string[]) => `(${conditions.join(' and ')})`
