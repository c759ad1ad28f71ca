// A real Chromium: the one that CHROMIUM_PATH names, one that this machine has installed, else the one shipped by npm.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const root = resolve(import.meta.dirname, '..')
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH ?? installed.find((candidate) => existsSync(candidate))
  try {
    if (path !== undefined) return await chromium.launch({ executablePath: path, args: quiet })
    return await launchShipped()
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]
    throw new Error(
      `No browser could be started (${reason}). Install Chromium (Debian: apt-get install chromium) or its libraries libnss3 and libnspr4, or set CHROMIUM_PATH.`,
    )
  }
}

/** It unpacks into the temporary folder and takes whatever lies there: a folder of this version's own keeps them apart. */
async function launchShipped(): Promise<Browser> {
  const { version } = JSON.parse(
    readFileSync(resolve(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  )
  const folder = resolve(root, 'node_modules/.cache', `chromium-${version}`)
  if (!existsSync(folder)) await unpackAside(folder)
  return withTemporary(folder, async () => {
    const executablePath = await shippedPath()
    return await chromium.launch({ executablePath, args: [...quiet, '--headless=shell'], headless: true })
  })
}

/** Two that begin at once must not start what the other is still writing. */
async function unpackAside(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const own = mkdtempSync(`${folder}-`)
  await withTemporary(own, shippedPath)
  try {
    renameSync(own, folder)
  } catch (error) {
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

const shippedPath = async () => (await import('@sparticuz/chromium')).default.executablePath()

async function withTemporary<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
