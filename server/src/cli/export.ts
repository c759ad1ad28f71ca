import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createDb, type Db } from '../db/client.ts'
import {
  fileNameOf,
  type Language,
  languageFor,
  languages,
  recordExport,
  writeExport,
} from '../modules/exports/index.ts'
import { readMerchant } from '../modules/merchants/index.ts'
import { withDatabase } from '../supervisor/lease.ts'
import type { CommandIo } from './dispatch.ts'
import { outFile } from './out-file.ts'
import { findMerchant, required } from './owner-database.ts'

const formats = ['csv', 'xlsx', 'json', 'vcf'] as const
const statuses = ['active', 'inactive', 'all'] as const
const text = { type: 'string' } as const

/** `export customers --format F [--out FILE] [--status all] [--names plain [--language es]]`: written here and now. Prints {rows, file}. */
export async function exportCommand(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { format: text, out: text, status: text, names: text, language: text, merchant: text },
    allowPositionals: true,
  })
  const [kind] = positionals
  if (kind !== 'customers' || positionals.length > 1)
    throw new Error('say what: export customers --format csv|xlsx|json|vcf')
  const format = oneOf(formats, required(values, 'format'), '--format')
  const status = oneOf(statuses, values.status ?? 'active', '--status')
  const names = oneOf(['wire', 'plain'] as const, values.names ?? 'wire', '--names')
  const language = values.language === undefined ? undefined : oneOf(languages, values.language, '--language')
  if (language !== undefined && names !== 'plain')
    throw new Error('--language goes together with --names plain')
  const file = values.out === undefined ? null : (await outFile(values.out)).file
  await withDatabase(config, 'export', async (place) => {
    const db = createDb({ url: place.directUrl, pooling: 'session', max: 2, onError: () => undefined })
    try {
      const merchantId = await findMerchant(db.owner, values.merchant)
      out(JSON.stringify(await toFile(db, { merchantId, format, status, file, names, language })))
    } finally {
      await db.close()
    }
  })
  return undefined
}

type Wanted = {
  readonly merchantId: string
  readonly format: (typeof formats)[number]
  readonly status: string
  readonly names: 'wire' | 'plain'
  readonly language: Language | undefined
  /** Null: named after the day, in the folder one is in. */
  readonly file: string | null
}

/** The file gets its name when all of it is written. */
async function toFile(
  db: Db,
  { merchantId, format, status, file: named, ...form }: Wanted,
): Promise<{ rows: number; file: string }> {
  const merchant = await db.read(merchantId, (reader) => readMerchant(reader, merchantId))
  const file = named ?? resolve(fileNameOf(new Date(), merchant.timeZone, format))
  const scope = { merchantId, storeIds: null }
  const language = languageFor(form, merchant)
  const taken = { format, columns: null, language, filter: { status }, ids: null }
  const draft = `${file}.part-${process.pid}`
  const handle = await open(draft, 'w', 0o600)
  try {
    const { rows } = await writeExport(
      db,
      { format, columns: null, language, asker: { scope, merchant }, selection: taken },
      { append: (bytes) => handle.appendFile(bytes) },
    ).finally(() => handle.close())
    const actor = { kind: 'system', id: null, name: 'Command line' } as const
    await db.write(merchantId, (tx) => recordExport(tx, { scope, actor }, taken, rows))
    await rename(draft, file)
    return { rows, file }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

function oneOf<const T extends readonly string[]>(values: T, given: string, option: string): T[number] {
  const found = values.find((value) => value === given)
  if (found === undefined) throw new Error(`${option} must be one of ${values.join(', ')}`)
  return found
}
