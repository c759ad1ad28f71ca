import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from '../backup/backup.ts'
import { restore } from '../backup/restore.ts'
import { openStorage } from '../modules/files/index.ts'
import { keptSecret, openDataFolder } from '../supervisor/data-folder.ts'
import type { CommandIo } from './dispatch.ts'
import { required, withOwner } from './owner-database.ts'

/** `backup --out F`: one moment of everything, in one file. Prints {file, rows, files}. */
export async function backupCommand(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  const file = resolve(required(values, 'out'))
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
  if (name === undefined) throw new Error('say which file: restore FILE')
  const folder = openDataFolder(config.data)
  const storage = await openStorage(config.files)
  await withOwner(config, 'restore', async (owner) => {
    const secretFile = config.secret === null ? `${folder.path}/secret` : null
    out(JSON.stringify(await restore(owner, { file: resolve(name), storage, secretFile })))
  })
  return undefined
}
