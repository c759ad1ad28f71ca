// An uploaded file, opened for its merchant.
import { sql } from 'kysely'
import type { Db, Reader } from '../../db/client.ts'
import type { Merchant } from '../../http/context.ts'
import { Problem } from '../../kernel/problem.ts'
import type { ByteSource } from '../../kernel/storage.ts'
import type { Kind } from './imports.schemas.ts'
import type { AttributeColumn, Mapping, ReadContext } from './mapping/canonical.ts'
import { openImport, type ReadFile } from './mapping/read-file.ts'

type Opening = {
  readonly source: ByteSource
  readonly mapping: Mapping
  readonly merchant: Merchant
  /** Whether attributes that only the file knows may be defined. */
  readonly mayDefine: boolean
  readonly kind: Kind
  /** A beginning is enough to see what it is. */
  readonly maxRows?: number
  /** Somebody will decide about its columns. */
  readonly isLook?: boolean
}

export async function openFile(
  db: Db,
  { source, mapping, merchant, mayDefine, kind, maxRows, isLook = false }: Opening,
): Promise<ReadFile> {
  const known = await db.read(merchant.id, (reader) => contextOf(reader, merchant))
  const context = { ...known, mayDefine }
  try {
    return await openImport(source, mapping, context, {
      kind,
      isLook,
      ...(maxRows !== undefined && { maxRows }),
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Problem('import.file_gone', 409, { detail: 'The file is no longer kept: upload it again' })
  }
}

async function contextOf(reader: Reader, merchant: Merchant): Promise<ReadContext> {
  const { rows: attributes } = await sql<AttributeColumn>`
    select key, label, kind, options from custom_attributes where merchant_id = ${merchant.id} order by position, id`.execute(
    reader,
  )
  const { rows: stores } = await sql<ReadContext['stores'][number]>`
    select id, name, code, country, time_zone as "timeZone" from stores where merchant_id = ${merchant.id} order by name_key, id`.execute(
    reader,
  )
  const { country, currency, timeZone, locale } = merchant
  return { country, currency, timeZone, locale, attributes, stores, now: new Date() }
}
