import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from '../backup/backup.ts'
import { restore } from '../backup/restore.ts'
import { openStorage } from '../modules/files/index.ts'
import { rewriteOutdatedSearch } from '../modules/merchants/index.ts'
import { keptSecret, openDataFolder } from '../supervisor/data-folder.ts'
import type { CommandIo } from './dispatch.ts'
import { outFile } from './out-file.ts'
import { required, withOwner } from './owner-database.ts'

/** `backup --out F [--force]`: one moment of everything, in one file. Prints {file, rows, files}. */
export async function backupCommand(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, force: { type: 'boolean' } },
  })
  const { file, exists } = await outFile(required(values, 'out'))
  // It may be the only good one.
  if (exists && values.force !== true)
    throw new Error(`${file} exists already: name another file, or replace it with --force`)
  const secret = config.secret ?? keptSecret(openDataFolder(config.data))
  const storage = await openStorage(config.files)
  await withOwner(config, 'backup', async (owner) => {
    const counts = await backUp(owner, { file, storage, secret })
    out(JSON.stringify({ file, ...counts }))
  })
  return undefined
}

/** `restore F`: into an empty installation. Prints {rows, files}. */
export async function restoreCommand(
  args: readonly string[],
  { config, out }: CommandIo,
): Promise<undefined> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
  const [name] = positionals
  if (name === undefined || positionals.length > 1) throw new Error('name one file: restore FILE')
  const folder = openDataFolder(config.data)
  const storage = await openStorage(config.files)
  await withOwner(config, 'restore', async (owner) => {
    const secretFile = config.secret === null ? `${folder.path}/secret` : null
    const counts = await restore(owner, { file: resolve(name), storage, secretFile })
    await rewriteOutdatedSearch(owner)
    out(JSON.stringify(counts))
  })
  return undefined
}
