// What every HTTP test begins with: a database of its own, the app as shipped, and callers with different rights.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type AppDeps, buildApp } from '../src/app.ts'
import { createDb, type DbOptions } from '../src/db/client.ts'
import { type Permission, permissions } from '../src/kernel/permissions.ts'
import { makeMerchant, newApiKey } from '../src/modules/auth/index.ts'
import { folderStorage } from '../src/modules/files/index.ts'
import { type ApiDocument, declaredBy } from './declared.ts'
import { TEMPLATE } from './global-setup.ts'

export type Caller = ReturnType<typeof callerWith>
export type Reply = {
  status: number
  headers: Record<string, string | string[] | undefined>
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers as their callers would
  body: any
  text: string
}

export type TestMerchant = { id: string; name: string; caller: Caller; key: string }

let counter = 0

/** A database, an app over it, and the first merchant with an API key of all rights. Ends with the test that asked for it. */
export async function setup(
  options: Partial<
    Pick<AppDeps, 'setupCode' | 'webFolder' | 'hasEagerSchemas' | 'storage' | 'sendsMail' | 'bodyMs'>
  > = {},
) {
  const server = inject('databaseServer')
  const name = `t_${process.pid}_${counter++}_${randomUUID().slice(0, 8)}`
  await onServer(server, `create database ${name} template ${TEMPLATE}`)
  const url = server.replace('/postgres?', `/${name}?`)
  const errors: Error[] = []
  const db = createDb({ ...waysTo(url), max: 8, onError: (error) => errors.push(error) })
  const filesFolder = await mkdtemp(join(tmpdir(), 'clientele-files-'))
  const storage = options.storage ?? folderStorage(filesFolder)
  const app = await buildApp({
    db,
    logger: false,
    storage,
    listenUrl: url,
    setupCode: options.setupCode ?? null,
    publicUrl: null,
    sendsMail: options.sendsMail ?? false,
    ...(options.bodyMs !== undefined && { bodyMs: options.bodyMs }),
    trustProxy: false,
    webFolder: options.webFolder ?? null,
    hasEagerSchemas: options.hasEagerSchemas ?? false,
    ready: () => true,
    version: '0.0.0-test',
  })
  onTestFinished(async () => {
    await app.close()
    await db.close()
    await onServer(server, `drop database if exists ${name} with (force)`)
    await rm(filesFolder, { recursive: true, force: true })
  })

  const merchant = async (
    input: { name?: string; country?: string; currency?: string; timeZone?: string; locale?: string } = {},
  ): Promise<TestMerchant> => {
    const made = await makeMerchant(db.owner, {
      business: input.name ?? 'North Deli',
      country: input.country ?? 'US',
      currency: input.currency ?? 'USD',
      timeZone: input.timeZone ?? 'America/New_York',
      locale: input.locale ?? 'en',
    })
    const key = await keyOf(made.merchantId, permissions)
    return {
      id: made.merchantId,
      name: input.name ?? 'North Deli',
      key,
      caller: callerWith(app, { authorization: `Bearer ${key}` }),
    }
  }
  const keyOf = async (merchantId: string, scopes: readonly Permission[]): Promise<string> => {
    const made = newApiKey('test', scopes)
    await db.owner.query(
      'insert into api_keys (merchant_id, id, name, key_hash, scopes) values ($1, $2, $3, $4, $5)',
      [merchantId, made.row.id, made.row.name, made.row.key_hash, made.row.scopes],
    )
    return made.key
  }
  const callerOf = async (merchantId: string, scopes: readonly Permission[]) =>
    callerWith(app, { authorization: `Bearer ${await keyOf(merchantId, scopes)}` })

  const first = await merchant()
  return {
    app,
    db,
    url,
    merchant,
    keyOf,
    callerOf,
    /** The first merchant; `as` calls with all its rights. */
    first,
    as: first.caller,
    anonymous: callerWith(app, {}),
    /** Where `storage` keeps files, unless it was given. */
    filesFolder,
    storage,
  }
}

/** Calls the API with these headers; bodies are sent and read as JSON. */
export function callerWith(app: Awaited<ReturnType<typeof buildApp>>, headers: Record<string, string>) {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Reply> => {
    const answer = await app.inject({
      method,
      url: url.startsWith('/api/') || !url.startsWith('/') || rootPaths.has(url) ? url : `/api/v1${url}`,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const type = String(answer.headers['content-type'] ?? '')
    const json = /[/+]json/.test(type) && answer.body !== '' ? JSON.parse(answer.body) : null
    checkOf(app)({ method, path: answer.raw.req.url ?? url, status: answer.statusCode, body: json })
    return {
      status: answer.statusCode,
      headers: answer.headers as Reply['headers'],
      text: answer.body,
      body: json,
    }
  }
  return {
    call,
    get: (url: string, more?: Record<string, string>) => call('GET', url, undefined, more),
    post: (url: string, body?: unknown, more?: Record<string, string>) => call('POST', url, body, more),
    put: (url: string, body?: unknown, more?: Record<string, string>) => call('PUT', url, body, more),
    patch: (url: string, body: unknown, more?: Record<string, string>) => call('PATCH', url, body, more),
    delete: (url: string, more?: Record<string, string>) => call('DELETE', url, undefined, more),
  }
}

const checks = new WeakMap<object, ReturnType<typeof declaredBy>>()
function checkOf(app: Awaited<ReturnType<typeof buildApp>>): ReturnType<typeof declaredBy> {
  let check = checks.get(app)
  if (check === undefined) {
    check = declaredBy(app.swagger() as unknown as ApiDocument)
    checks.set(app, check)
  }
  return check
}

/** Straight, or as DATABASE_POOL=transaction has it. */
function waysTo(url: string): Pick<DbOptions, 'url' | 'ownerUrl' | 'pooling'> {
  const pooler = inject('pooler')
  if (pooler === null) return { url, pooling: 'session' }
  return {
    url: pooler.replace('/postgres?', `${new URL(url).pathname}?`),
    ownerUrl: url,
    pooling: 'transaction',
  }
}

const rootPaths = new Set(['/healthz', '/readyz', '/metrics'])

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
