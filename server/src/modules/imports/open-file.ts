// An uploaded file, opened for its merchant.
import { sql } from 'kysely'
import type { Db, Reader } from '../../db/client.ts'
import type { Merchant } from '../../http/context.ts'
import { Problem } from '../../kernel/problem.ts'
import type { ByteSource } from '../../kernel/storage.ts'
import { withCustomersFrom } from './by-path/whose-ids.ts'
import type { Kind } from './imports.schemas.ts'
import type { AttributeColumn, KnownMerchant, Mapping } from './mapping/canonical.ts'
import { openImport, type ReadFile } from './mapping/read-file.ts'

/** Keys of those that a dry run would have made. */
type ComingStores = ReadonlySet<string>

type Opening = {
  readonly source: ByteSource
  readonly mapping: Mapping
  readonly merchant: Merchant
  /** Whether attributes that only the file knows may be defined. */
  readonly mayDefine: boolean
  readonly kind: Kind
  /** A beginning is enough to see what it is. */
  readonly maxRows?: number
  /** Makes them before the rows are read. */
  readonly makeStores?: (names: readonly string[]) => Promise<ComingStores>
  /** Somebody will decide about its columns. */
  readonly isLook?: boolean
}

export async function openFile(
  db: Db,
  { source, mapping, merchant, mayDefine, kind, maxRows, makeStores, isLook = false }: Opening,
): Promise<ReadFile> {
  const known = async () => ({
    ...(await db.read(merchant.id, (reader) => contextOf(reader, merchant))),
    mayDefine,
  })
  try {
    const file = await openImport(source, mapping, await known(), {
      kind,
      isLook,
      ...(makeStores !== undefined && {
        makeStores: async (names) => {
          const comingStores = await makeStores(names)
          return { ...(await known()), comingStores }
        },
      }),
      ...(maxRows !== undefined && { maxRows }),
    })
    const plan = await db.read(merchant.id, (reader) =>
      withCustomersFrom(reader, merchant.id, file.plan, mapping),
    )
    return { ...file, plan }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Problem('import.file_gone', 409, { detail: 'The file is no longer kept: upload it again' })
  }
}

async function contextOf(reader: Reader, merchant: Merchant): Promise<KnownMerchant> {
  const { rows: attributes } = await sql<AttributeColumn>`
    select key, label, kind, options from custom_attributes where merchant_id = ${merchant.id} order by position, id`.execute(
    reader,
  )
  const { rows: stores } = await sql<KnownMerchant['stores'][number]>`
    select id, name, code, country, time_zone as "timeZone" from stores where merchant_id = ${merchant.id} order by name_key, id`.execute(
    reader,
  )
  const { country, currency, timeZone, locale } = merchant
  return { country, currency, timeZone, locale, attributes, stores, now: new Date() }
}
