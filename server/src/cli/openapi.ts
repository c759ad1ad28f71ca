import { parseArgs } from 'node:util'
import { buildApp } from '../app.ts'
import { createDb } from '../db/client.ts'
import { folderStorage } from '../modules/files/index.ts'
import type { CommandIo } from './dispatch.ts'

/** `openapi`: the API's document, from the routes themselves; needs no database. */
export async function openapiCommand(args: readonly string[], { out }: CommandIo): Promise<undefined> {
  parseArgs({ args: [...args], options: {} })
  out(await openapiText())
  return undefined
}

export async function openapiText(): Promise<string> {
  const db = createDb({
    url: 'postgres://nobody@localhost:1/none',
    pooling: 'session',
    onError: () => undefined,
  })
  const app = await buildApp({
    db,
    logger: false,
    storage: folderStorage(''),
    listenUrl: '',
    setupCode: null,
    publicUrl: null,
    sendsMail: false,
    trustProxy: false,
    webFolder: null,
    ready: () => false,
    version: '1',
  })
  const text = JSON.stringify(app.swagger(), null, 2)
  await app.close()
  await db.close()
  return text
}
