import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { ClientBase, Pool } from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import type { Storage } from '../kernel/storage.ts'
import { type Manifest, parseEntryName, parseManifest } from './archive.ts'
import { tablesInOrder } from './catalogue.ts'
import { type Staging, stagingOf } from './staging.ts'
import { endUnderway } from './underway.ts'

export type RestoreInput = {
  readonly file: string
  readonly storage: Storage
  /** Where the secret is kept; null when the environment brings it. */
  readonly secretFile: string | null
}

/**
 * Fills an empty installation from a backup: all of it, or nothing. Rows come in one transaction; files and the secret
 * are written beside their places and moved there only when it has happened. Everybody signs in anew.
 * Throws one line when the installation holds a merchant or the backup cannot be read.
 */
export async function restore(owner: Pool, input: RestoreInput): Promise<{ rows: number; files: number }> {
  const client = await owner.connect()
  const staging = stagingOf(input)
  try {
    const counts = await fill(client, input, staging).catch(async (error) => {
      await staging.drop()
      throw error
    })
    await commit(client, staging)
    await staging.place()
    // Better plans at once; the database would come to it by itself.
    await client.query('analyze').catch(() => undefined)
    return counts
  } finally {
    client.release(true)
  }
}

/** All but the commit. */
async function fill(client: ClientBase, input: RestoreInput, staging: Staging) {
  await client.query('begin')
  await requireEmpty(client)
  await staging.begin()
  // What triggers would make of the rows is in the backup as well, and would be there twice.
  const setTriggers = await triggersOf(client)
  await setTriggers('disable')
  const { isEarlier, ...counts } = await load(client, input, staging)
  await setTriggers('enable')
  if (isEarlier) await completeFigures(client)
  await endUnderway(client)
  await staging.settle()
  return counts
}

/**
 * What figures keep since the version that made the backup is not in it, and the migration that would have made it ran before there were
 * any: it is made again of the days, which are.
 */
const completeFigures = (client: ClientBase): Promise<unknown> =>
  client.query(
    `select count(*) from (
       select write_figures(merchant_id, people)
         from (select merchant_id, array_agg(customer_id) as people
                 from (select merchant_id, customer_id, row_number() over (partition by merchant_id order by customer_id) / 1000 as part
                         from customer_stats) c group by merchant_id, part) p
       offset 0) written`,
    [],
  )

/** All but those that guard rules. */
async function triggersOf(client: ClientBase): Promise<(state: 'disable' | 'enable') => Promise<unknown>> {
  const { rows } = await client.query<{ name: string; on: string }>(
    `select quote_ident(t.tgname) as name, t.tgrelid::regclass::text as on from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and t.tgconstraint = 0 and c.relnamespace = 'public'::regnamespace`,
    [],
  )
  return (state) =>
    client.query(rows.map(({ name, on }) => `alter table ${on} ${state} trigger ${name}`).join('; '))
}

/** Without the database's word that it refused, the commit may have happened: then the files must not go. */
async function commit(client: ClientBase, staging: Staging): Promise<void> {
  try {
    await client.query('commit')
  } catch (error) {
    const { severity, message } = error as { severity?: string; message: string }
    if (severity !== 'ERROR')
      throw new Error(
        `the database was lost at the last moment (${message}): restore again; ${staging.where}`,
      )
    await staging.drop()
    throw error
  }
}

async function requireEmpty(client: ClientBase): Promise<void> {
  await client.query('lock table merchants in exclusive mode')
  const { rows } = await client.query(
    'select exists (select from merchants) or exists (select from users) as used',
    [],
  )
  if (rows[0].used)
    throw new Error(
      'this installation is in use: restore into a new data folder (CLIENTELE_DATA) or an empty database',
    )
}

async function load(
  client: ClientBase,
  input: RestoreInput,
  staging: Staging,
): Promise<{ rows: number; files: number; isEarlier: boolean }> {
  const state: Loading = {
    ...{ client, staging, manifest: null, isEarlier: false, copy: null },
    ...{ rows: 0, files: 0 },
  }
  const source = createReadStream(input.file)
  const entries = extract()
  const read = pipeline(source, createGunzip(), entries)
  const take = (async () => {
    for await (const entry of entries) await takeEntry(state, entry as unknown as Entry)
    await endCopy(state)
  })()
  await Promise.all([read, take]).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`there is no file ${input.file}`)
    if (error.code?.startsWith('Z_'))
      throw new Error('the backup cannot be read: it is damaged or incomplete')
    throw error
  })
  if (state.manifest === null) throw new Error('this is not a backup of Clientele')
  return { rows: state.rows, files: state.files, isEarlier: state.isEarlier }
}

type Entry = Readable & { readonly header: { readonly name: string } }

type Loading = {
  readonly client: ClientBase
  readonly staging: Staging
  manifest: Manifest | null
  /** Made by a version that lacks a migration of this one. */
  isEarlier: boolean
  copy: { readonly table: string; readonly stream: CopyStreamQuery & NodeJS.WritableStream } | null
  rows: number
  files: number
}

async function takeEntry(state: Loading, entry: Entry): Promise<void> {
  const name = parseEntryName(entry.header.name)
  if (name === null) throw new Error(`the backup holds something unknown: ${entry.header.name.slice(0, 100)}`)
  if (name.kind === 'manifest') {
    state.manifest = parseManifest(await text(entry))
    state.isEarlier = await requireKnown(state.client, state.manifest)
  } else if (state.manifest === null) throw new Error('this is not a backup of Clientele')
  else if (name.kind === 'data') await takeRows(state, name.table, entry)
  else {
    await endCopy(state)
    if (name.kind === 'secret') await state.staging.secret(entry)
    else {
      await state.staging.file(name.key, entry)
      state.files++
    }
  }
}

/** Answers whether it is of an earlier version. */
async function requireKnown(client: ClientBase, manifest: Manifest): Promise<boolean> {
  const { rows } = await client.query('select name from schema_migrations', [])
  const known = new Set(rows.map((row) => row.name))
  const unknown = manifest.migrations.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new Error(`the backup was made by a newer version of Clientele (it has ${unknown}): upgrade first`)
  const here = new Map((await tablesInOrder(client)).map((table) => [table.name, new Set(table.columns)]))
  for (const table of manifest.tables) {
    if (!table.columns.every((column) => here.get(table.name)?.has(column)))
      throw new Error(`the backup's table ${table.name} does not fit this version`)
  }
  return manifest.migrations.length < known.size
}

async function takeRows(state: Loading, table: string, entry: Readable): Promise<void> {
  if (state.copy?.table !== table) {
    await endCopy(state)
    const columns = state.manifest?.tables.find((t) => t.name === table)?.columns
    if (columns === undefined) throw new Error(`the backup's manifest does not name ${table}`)
    const list = columns.map((column) => `"${column}"`).join(', ')
    state.copy = {
      table,
      stream: state.client.query(copyFrom(`copy "${table}" (${list}) from stdin`)) as never,
    }
  }
  await pipeline(entry, state.copy.stream, { end: false })
}

async function endCopy(state: Loading): Promise<void> {
  if (state.copy === null) return
  const { stream } = state.copy
  state.copy = null
  await new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve)
    stream.once('error', reject)
    stream.end()
  })
  state.rows += (stream as { rowCount?: number }).rowCount ?? 0
}
