// A Clientele of a test's own. One is made for the whole run, with an owner and a key; each test file gets a copy of it.
import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { newFolder, removeFolder, serve, succeed } from './processes.kit.ts'
import { type House, type Made, owner } from './screens.kit.ts'

declare module 'vitest' {
  interface ProvidedContext {
    house: { readonly folder: string; readonly key: string }
  }
}

/** Once per run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = newFolder()
  const env = { CLIENTELE_DATA: folder }
  const who = ['--email', owner.email, '--password', owner.password]
  await succeed(['owner', ...who, '--merchant', 'North Deli', '--time-zone', 'America/New_York'], env)
  const key = (await succeed(['api-key', '--name', 'journey'], env)).trim().split('\n').at(-1) ?? ''
  // Nothing here outlives the run: a busy disk is not waited for.
  appendFileSync(join(folder, 'postgres/postgresql.auto.conf'), 'fsync = off\nsynchronous_commit = off\n')
  project.provide('house', { folder, key })
  return () => removeFolder(folder)
}

/** With an owner, a key and as many made-up customers, or as it is before the first start. */
export async function openHouse(
  options: {
    readonly empty?: boolean
    readonly customers?: number
    /** What the server is told besides: its mail server. */
    readonly env?: Readonly<Record<string, string>>
  } = {},
): Promise<House> {
  const folder = newFolder()
  const made = inject('house')
  if (options.empty !== true) execFileSync('cp', ['-a', `${made.folder}/.`, folder])
  if (options.customers !== undefined)
    await succeed(['generate', '--customers', String(options.customers)], { CLIENTELE_DATA: folder })
  const server = await serve(folder, options.env)
  await server.ready()
  const key = options.empty === true ? '' : made.key
  return {
    server,
    key,
    api: async (method, path, body) => {
      const answer = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          'if-match': '*',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
      return (text === '' ? null : JSON.parse(text)) as Made
    },
    close: async () => {
      await server.stop()
      await removeFolder(folder)
    },
  }
}
