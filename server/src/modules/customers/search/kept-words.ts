// The words of names, under each of their spellings (all near misses are found by one).
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { spellings } from './search.rules.ts'

/**
 * Before the names that have them, in a transaction of its own that holds something of the merchant's: a word without a name
 * leads to nothing, but must go with the merchant. Keeps none where somebody else keeps one of them at this moment, and fails;
 * not to look out for that costs a third less.
 */
export async function keepWordsEarly(
  tx: Writer,
  merchantId: string,
  words: readonly string[],
): Promise<void> {
  await insertion(merchantId, words).execute(tx)
}

/** With the names that have them. */
export const keepingWords = (merchantId: string, words: readonly string[]): RawBuilder<unknown> =>
  sql`${insertion(merchantId, words)} on conflict do nothing`

/**
 * A word that is kept has all its spellings: they are written together, in one order, so that no two writers wait for each
 * other in a circle. A word is looked up by itself: joined, a plan from old statistics reads all words that there are.
 */
function insertion(merchantId: string, words: readonly string[]): RawBuilder<unknown> {
  const given = words.map((word) => ({ word, spellings: spellings(word) }))
  return sql`
    insert into name_word_deletes (merchant_id, deletion, word)
    select ${merchantId}::uuid, d, w.word
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as w(word text, spellings text[]), unnest(w.spellings) d
     where (select true from name_word_deletes k
             where k.merchant_id = ${merchantId} and k.deletion = w.word and k.word = w.word limit 1) is null
     order by d, w.word`
}
