import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createDb, type Db } from '../db/client.ts'
import type { Storage } from '../kernel/storage.ts'
import { openStorage } from '../modules/files/index.ts'
import {
  insertImport,
  kinds,
  type Mapping,
  mappingOf,
  onWire,
  readImport,
  runImport,
  runLater,
  storeFile,
} from '../modules/imports/index.ts'
import { withDatabase } from '../supervisor/lease.ts'
import type { CommandIo } from './dispatch.ts'
import { importSummary } from './import-summary.rules.ts'
import { findMerchant } from './owner-database.ts'

const text = { type: 'string' } as const
/** Should this command be killed, the worker goes on in its place. */
const HEIR_AFTER_SECONDS = 60

/**
 * `import KIND FILE [--dry-run] [--mapping FILE] [--make-stores] [--json]`: read here and now. Prints the final import, in words
 * on a terminal; 1 when it failed.
 */
export async function importCommand(
  args: readonly string[],
  { config, out, isTerminal }: CommandIo,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      'dry-run': { type: 'boolean' },
      'make-stores': { type: 'boolean' },
      mapping: text,
      merchant: text,
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [kindGiven, file] = positionals
  const kind = kinds.find((one) => one === kindGiven)
  if (kind === undefined) throw new Error(`say what: import ${kinds.join('|')} FILE`)
  if (file === undefined || positionals.length > 2) throw new Error('name one file: import customers FILE')
  const path = resolve(file)
  if (!(await stat(path).catch(() => null))?.isFile()) throw new Error(`there is no file ${path}`)
  const told = values.mapping === undefined ? null : await mappingIn(values.mapping)
  const mapping = values['make-stores'] === true ? { ...told, makeStores: true } : told
  const storage = await openStorage(config.files)
  const ended = await withDatabase(config, 'import', async (place) => {
    const db = createDb({ url: place.directUrl, pooling: 'session', max: 3, onError: () => undefined })
    try {
      const merchantId = await findMerchant(db.owner, values.merchant)
      const wanted = { kind, mapping, dryRun: values['dry-run'] === true, hold: false }
      return await bringIn({ db, storage, merchantId, path, wanted })
    } finally {
      await db.close()
    }
  })
  out(isTerminal === true && values.json !== true ? importSummary(ended) : JSON.stringify(ended))
  return ended.state === 'succeeded' ? 0 : 1
}

type Bringing = {
  readonly db: Db
  readonly storage: Storage
  readonly merchantId: string
  readonly path: string
  readonly wanted: Parameters<typeof insertImport>[3]
}

async function bringIn({ db, storage, merchantId, path, wanted }: Bringing) {
  // As an upload would: whoever goes on with it later needs nothing but the data folder.
  const stored = await storeFile(createReadStream(path), basename(path), storage)
  const actor = { kind: 'system', id: null, name: 'Command line' } as const
  const importId = await db.write(merchantId, async (tx) => {
    const id = await insertImport(tx, { scope: { merchantId, storeIds: null }, actor }, stored, wanted)
    await runLater(tx, id, HEIR_AFTER_SECONDS)
    return id
  })
  const signal = new AbortController().signal
  await runImport({ db, storage, merchantId, importId, signal, heirAfterSeconds: HEIR_AFTER_SECONDS })
  return onWire(await db.read(merchantId, (reader) => readImport(reader, merchantId, importId)))
}

async function mappingIn(file: string): Promise<Mapping | null> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`--mapping: there is no file ${resolve(file)}`)
  })
  const faults: string[] = []
  const mapping = mappingOf(text, (path, _code, message) => void faults.push(`${path} ${message}`))
  if (faults.length > 0) throw new Error(`--mapping: ${faults.join('; ')}`)
  return mapping
}
