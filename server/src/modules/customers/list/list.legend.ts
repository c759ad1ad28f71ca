/**
 * What the numbers of tags and stores in search rows stand for. Written out in SQL for every page it took as long as the
 * page's rows; so each process keeps it, and every page's statement brings a fingerprint along that tells whether what
 * is kept still holds. A change of any tag or store, by whatever process, changes the fingerprint.
 */
import type { Reader } from '../../../db/client.ts'
import type { Legend } from './list.links.rules.ts'
import { params, run } from './params.ts'

type Kept = { readonly fingerprint: string; readonly legend: Legend }

const MOST_KEPT = 100
const kept = new Map<string, Kept>()

const fingerprintOf = (table: 'tags' | 'stores', no: string) =>
  `(select concat_ws(' ', count(*), sum(t.version), max(t.${no}), max(t.updated_at)) from ${table} t where t.merchant_id = $1)`

/** SQL of the fingerprint, a text. `$1` is the merchant. */
export const fingerprint = `${fingerprintOf('tags', 'tag_no')} || ' ' || ${fingerprintOf('stores', 'store_no')}`

export async function legendOf(reader: Reader, merchantId: string, wanted: string): Promise<Legend> {
  const known = kept.get(merchantId)
  if (known?.fingerprint === wanted) return known.legend
  const fresh = await readLegend(reader, merchantId)
  kept.delete(merchantId)
  kept.set(merchantId, fresh)
  const oldest = kept.keys().next().value
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return fresh.legend
}

type Row = {
  readonly fingerprint: string
  readonly tags: [number, string][]
  readonly stores: [number, string][]
}

/** In the order of names. With the fingerprint of the same moment, which may be a later one than the page's. */
async function readLegend(reader: Reader, merchantId: string): Promise<Kept> {
  const p = params()
  p(merchantId, 'uuid')
  const [row] = await run<Row>(
    reader,
    `select ${fingerprint} as fingerprint,
       (select coalesce(json_agg(json_build_array(t.tag_no, json_build_object('id', t.id, 'name', t.name, 'color', t.color)::text)
          order by t.name_key, t.id), '[]') from tags t where t.merchant_id = $1) as tags,
       (select coalesce(json_agg(json_build_array(t.store_no, json_build_object('id', t.id, 'name', t.name)::text)
          order by t.name_key, t.id), '[]') from stores t where t.merchant_id = $1) as stores`,
    p,
  )
  const ranked = (list: readonly [number, string][] = []) =>
    new Map(list.map(([number, text], rank) => [number, { rank, text: JSON.stringify(JSON.parse(text)) }]))
  return {
    fingerprint: row?.fingerprint ?? '',
    legend: {
      tags: ranked(row?.tags),
      stores: ranked(row?.stores),
      written: { tags: new Map(), stores: new Map() },
    },
  }
}
