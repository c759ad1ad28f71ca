// What a search finds, beside what reading every row finds.
import type { Pool } from 'pg'
import type { Reader } from '../../../db/client.ts'
import { readPage } from './list.items.ts'
import { listCustomers } from './list.queries.ts'
import type { Asker } from './list.resolve.ts'
import { params } from './params.ts'

export async function everyId(
  reader: Reader,
  asker: Asker,
  query: { readonly q: string },
): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ids.length < 3000; ) {
    const page = await listed(reader, asker, {
      ...query,
      limit: 200,
      fields: 'id',
      ...(cursor !== undefined && { cursor }),
    })
    ids.push(...page.items.map((item: { id: string }) => item.id))
    if (page.nextCursor === null) return ids
    cursor = page.nextCursor
  }
  return ids
}

/** The whole items of a search's page, and those of the same customers by their ids. */
export async function twice(reader: Reader, asker: Asker, q: string) {
  const limit = 20
  const found = (await listed(reader, asker, { q, limit })).items as { id: string }[]
  const p = params()
  p(asker.scope.merchantId, 'uuid')
  const given = p(
    found.map(({ id }) => id),
    'uuid[]',
  )
  const ids = `select id as customer_id, null as key from unnest(${given}) with ordinality given(id, n) order by n`
  const page = await readPage(reader, asker, { ids, hasShown: false, limit, fields: null }, p)
  return { found, lookedUp: JSON.parse(page.items) }
}

/** Of what every row says: how many hold all the words and were not found (of more than three thousand: anybody's guess). */
export async function missedBy(
  owner: Pool,
  merchantId: string,
  q: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length >= 3000) return 0
  const words =
    q.includes('@') || /^[\d +]+$/.test(q)
      ? [q.toLowerCase().replace(/[ +]/g, '')]
      : q.toLowerCase().match(/[\p{L}\p{N}%]+/gu)
  const likes = (words ?? []).map((word) =>
    word.length < 3 ? `% ${word.replace('%', '\\%')}%` : `%${word}%`,
  )
  const { rows } = await owner.query(
    `select count(*)::int as missed from customer_search
      where merchant_id = $1 and not inactive and haystack like all($2) and customer_id <> all($3)`,
    [merchantId, likes, ids],
  )
  return rows[0].missed
}

/** A page as whoever asks for it reads it. */
export async function listed(...asked: Parameters<typeof listCustomers>) {
  return JSON.parse(await listCustomers(...asked))
}
