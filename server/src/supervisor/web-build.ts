// The web app is built when its sources changed since the last time, into a folder that takes the place of the old one
// in a single step: a build that is cut short, or two at once, leave a whole one behind.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { markOf } from './processes.ts'

const root = resolve(import.meta.dirname, '../../..')
const web = join(root, 'web')
/** Where the built web app lies. */
export const webFolder = join(web, 'dist')
const drafts = join(web, '.cache')
const vite = join(root, 'node_modules/vite/bin/vite.js')
const HASH = '.build-hash'
const NOT_SOURCES = new Set(['node_modules', 'dist', '.cache'])
// Written by the build itself.
const GENERATED = /\.gen\.ts$/

type BuildOptions = { readonly verbose?: boolean; readonly signal?: AbortSignal }

/** Quiet unless told otherwise; throws one line. */
export async function ensureWebBuilt(options: BuildOptions = {}): Promise<void> {
  const isBuilt = existsSync(join(webFolder, 'index.html'))
  // An installation without the build tools serves what it was delivered with.
  if (!existsSync(vite)) {
    if (isBuilt) return
    throw new Error('the web app is not built: run "npm ci && npm run build"')
  }
  const hash = await hashOfSources()
  const builtFrom = await readFile(join(webFolder, HASH), 'utf8').catch(() => '')
  if (isBuilt && builtFrom === hash) return
  await removeDeadDrafts()
  const draft = join(drafts, `build-${process.pid}`)
  try {
    await build(draft, options)
    await writeFile(join(draft, HASH), hash)
    await replace(draft)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Of builds that were killed. */
async function removeDeadDrafts(): Promise<void> {
  const names = await readdir(drafts).catch(() => [])
  const dead = names.filter((name) => {
    const pid = Number(/^build-(\d+)/.exec(name)?.[1])
    return Number.isInteger(pid) && markOf(pid) === null
  })
  await Promise.all(dead.map((name) => rm(join(drafts, name), { recursive: true, force: true })))
}

async function hashOfSources(): Promise<string> {
  const files = [...(await filesIn(web)), join(root, 'openapi.json'), join(root, 'package-lock.json')].sort()
  const texts = await Promise.all(files.map((file) => readFile(file).catch(() => '')))
  const hash = createHash('sha256')
  files.forEach((file, index) => {
    const text = texts[index] ?? ''
    hash.update(`${relative(root, file)}\0${text.length}\0`).update(text)
  })
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = await Promise.all(
    entries
      .filter(({ name }) => !NOT_SOURCES.has(name) && !GENERATED.test(name))
      .map((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)])),
  )
  return nested.flat()
}

/** A process of its own: what a build takes in memory is given back. */
function build(outDir: string, { verbose = false, signal }: BuildOptions): Promise<void> {
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', verbose ? 'info' : 'error']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: web,
      stdio: ['ignore', verbose ? 'inherit' : 'ignore', 'pipe'],
      killSignal: 'SIGKILL',
      ...(signal === undefined ? {} : { signal }),
    })
    let told = ''
    child.stderr.on('data', (chunk) => {
      told += chunk
      if (verbose) process.stderr.write(chunk)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const reason = told.split('\n').find((line) => line.trim() !== '') ?? `exit code ${code}`
      if (code === 0) resolve()
      else reject(new Error(`the web app could not be built (${reason.trim()}): "npm run build" tells more`))
    })
  })
}

async function replace(draft: string): Promise<void> {
  const old = `${draft}.old`
  await mkdir(drafts, { recursive: true })
  await rename(webFolder, old).catch(ignoreMissing)
  try {
    await rename(draft, webFolder)
  } catch (error) {
    // Another build was quicker: what it put there is as new as this one.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  await rm(old, { recursive: true, force: true })
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
