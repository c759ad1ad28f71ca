// Node keeps what it has compiled, and the TypeScript it has stripped of its types, on disk. The first start after the code
// changed fills that cache in a process that is thrown away: one that compiles for itself keeps 20 MB more for good.
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export const childEntry = join(import.meta.dirname, 'child.mjs')
// Objects that live for a request: at 4 MB collecting them takes a tenth of the server's time, beyond 16 nothing is won.
// Told how much there is at most, the old ones are collected at 200 MB instead of 350.
export const childFlags: readonly string[] = [
  '--max-semi-space-size=16',
  '--max-old-space-size=512',
  '--expose-gc',
]

const root = resolve(import.meta.dirname, '../../..')
const sources = join(root, 'server/src')
const cache = join(root, 'node_modules/.cache/clientele')
const note = join(cache, 'warmed')

/** Never fails: without the cache everything runs as well, only slower and larger. */
export async function warmCode(signal: AbortSignal): Promise<void> {
  try {
    const now = stateOfCode()
    if ((await readFile(note, 'utf8').catch(() => '')) === now) return
    await mkdir(cache, { recursive: true })
    await writeFile(note, '')
    if (await compileAll(signal)) await writeFile(note, now)
  } catch {
    // An installation that may not be written to.
  }
}

/** What a change of the code changes. */
function stateOfCode(): string {
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .sort()
  const files = [...names.map((name) => join(sources, name)), join(root, 'package-lock.json')]
  // All at once and in turn: four hundred promises of the file system take twenty times as long.
  const marks = files.map((file) => {
    const { size, mtimeMs } = statSync(file)
    return `${file} ${size} ${mtimeMs}`
  })
  return createHash('sha256')
    .update([process.version, ...childFlags, ...marks].join('\n'))
    .digest('hex')
}

function compileAll(signal: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    const child = fork(childEntry, ['warm'], {
      execArgv: [...childFlags],
      stdio: 'ignore',
      signal,
      killSignal: 'SIGKILL',
    })
    child.on('error', () => done(false))
    child.on('exit', (code) => done(code === 0))
  })
}
