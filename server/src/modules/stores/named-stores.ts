import { type RawBuilder, sql } from 'kysely'
import { isId } from '../../kernel/ids.ts'
import { normalise } from '../../kernel/text.ts'

/** Selects the ids of stores by id, code or name, as filters name them; a name that no store has is no store. */
export const namedStores = (merchantId: string, named: readonly string[]): RawBuilder<unknown> =>
  sql`select t.id from stores t where t.merchant_id = ${merchantId}
    and (t.id = any(${named.filter(isId)}::uuid[]) or t.code = any(${[...named]}::text[]) or t.name_key = any(${named.map(normalise)}::text[]))`
