import { type RawBuilder, sql } from 'kysely'

type SourceKey = { readonly source: string; readonly externalId: string }

/**
 * SQL of the merchant's rows of `table` that stand under these keys of their sources, as `columns` of `alias`, locked in one
 * order, so that no two writers wait for each other in a circle. Each key is looked up by itself: a join whose plan was made
 * while the table was empty reads all of it later on.
 */
export function lockedByKeys<Row>(
  merchantId: string,
  keys: readonly SourceKey[],
  {
    table,
    alias,
    columns,
  }: { readonly table: string; readonly alias: string; readonly columns: RawBuilder<unknown> },
): RawBuilder<Row> {
  const row = sql.raw(alias)
  return sql<Row>`
    select standing.*
      from (select * from unnest(${keys.map(({ source }) => source)}::text[], ${keys.map(({ externalId }) => externalId)}::text[]) k(source, external_id)
             order by k.external_id collate "C", k.source collate "C") k
     cross join lateral (
       select ${columns} from ${sql.table(table)} ${row}
        where ${row}.merchant_id = ${merchantId} and ${row}.external_id = k.external_id and ${row}.source = k.source
          for no key update) standing`
}
