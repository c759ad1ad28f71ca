// The data folder and what stands in it: postgres/ (the database), files/, secret, run/ (who runs, and the control
// socket), socket/ (PostgreSQL's socket).
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type DataFolder = {
  readonly path: string
  readonly run: string
  readonly postgres: string
  /** Where PostgreSQL's socket goes: private, and short enough for a socket's address. */
  readonly sockets: string
  readonly control: string
}

/** A socket's address holds 104 bytes on macOS, 108 on Linux; the longest name is PostgreSQL's with `.lock` behind. */
const LONGEST_FOLDER = 103 - '/.s.PGSQL.5432'.length

/** Makes what is missing; throws one line when it cannot be written. */
export function openDataFolder(path: string): DataFolder {
  try {
    makeFolder(path)
    const real = realpathSync(path)
    accessSync(real, constants.R_OK | constants.W_OK | constants.X_OK)
    const run = privateFolder(join(real, 'run'))
    const sockets = shortFolder(join(real, 'socket'))
    return {
      path: real,
      run,
      postgres: join(real, 'postgres'),
      sockets,
      control: join(shortFolder(run), 'control.sock'),
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message
    throw new Error(`the data folder ${path} cannot be written (${code}): set CLIENTELE_DATA to one that can`)
  }
}

/** The secret of this installation, made once; two processes that make it at the same moment end with the same one. */
export function keptSecret(folder: DataFolder): string {
  const file = join(folder.path, 'secret')
  for (;;) {
    try {
      return readFileSync(file, 'utf8').trim()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
}

function shortFolder(wanted: string): string {
  if (Buffer.byteLength(wanted) <= LONGEST_FOLDER) return privateFolder(wanted)
  const name = `clientele-${process.getuid?.() ?? 0}-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`
  // Not the TMPDIR of the moment: a command started elsewhere must find the same place.
  return privateFolder(join(process.platform === 'win32' ? tmpdir() : '/tmp', name))
}

/** In a folder of everybody's, a name may have been taken by somebody else before us. */
function privateFolder(path: string): string {
  makeFolder(path)
  const found = lstatSync(path)
  const uid = process.getuid?.()
  if (!found.isDirectory() || (uid !== undefined && uid !== 0 && found.uid !== uid)) {
    throw new Error(`${path} belongs to somebody else`)
  }
  if (uid !== undefined && found.uid === uid && (found.mode & 0o077) !== 0) chmodSync(path, 0o700)
  return path
}

/** Not Node's own `recursive`, which never comes back from places like /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (!existsSync(dirname(path))) makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
