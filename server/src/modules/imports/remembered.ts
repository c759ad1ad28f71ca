// How the last file with this header was read, where somebody decided that: the next one of the program is read so too.
import { sql } from 'kysely'
import type { Ctx } from '../../http/context.ts'
import { listDefinitions } from '../attributes/index.ts'
import { mine } from './imports.queries.ts'
import type { ImportPreview, Kind } from './imports.schemas.ts'
import { type Mapping, REPORT_HEADER } from './mapping/canonical.ts'
import { storeNames } from './mapping/cells/store.rules.ts'
import { listStores } from './merge/facts.ts'
import { rememberedMapping } from './remembered.rules.ts'
import { mayMakeStores } from './rights.ts'

type Earlier = NonNullable<ImportPreview['earlier']>

/** Null when the last one was read as it was found. A file of rejected rows goes by the header of the file it is of. */
export function earlierReading(ctx: Ctx, kind: Kind, headers: readonly string[]): Promise<Earlier | null> {
  const { merchantId, storeIds } = ctx.scope
  const own = headers.filter((header) => !REPORT_HEADER.test(header.trim()))
  return ctx.db.read(merchantId, async (reader) => {
    const { rows } = await sql<{ id: string; fileName: string; createdAt: Date; wanted: Mapping | null }>`
      select id, file_name as "fileName", created_at as "createdAt", wanted from imports
       where merchant_id = ${merchantId} and kind = ${kind} and state = 'succeeded' and not dry_run
         and headers in (${[...headers]}::text[], ${own}::text[]) and ${mine(ctx)}
       order by id desc limit 1`.execute(reader)
    const last = rows[0]
    if (last === undefined || last.wanted === null) return null
    const stores = storeNames(await listStores(reader, merchantId))
    const attributes = new Set((await listDefinitions(reader, merchantId)).map(({ key }) => key))
    const mapping = rememberedMapping(last.wanted, {
      isStore: (text) => stores.idOf(text) !== null,
      isAttribute: (key) => attributes.has(key),
      mayMakeStores: mayMakeStores(ctx.permissions, storeIds),
    })
    const { id, fileName, createdAt } = last
    return mapping === null ? null : { importId: id, fileName, createdAt: createdAt.toISOString(), mapping }
  })
}
