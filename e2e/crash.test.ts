// Nothing that was answered with success is ever lost or doubled: `kill -9` at random moments under write load.
// CRASH_ROUNDS=30 runs it at length; four rounds, one of each kind, belong to every test run.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import {
  eventually,
  freePort,
  isReady,
  kill,
  newFolder,
  pidOf,
  removeFolder,
  run,
  type Started,
  serve,
} from './processes.kit.ts'

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 4)
const WRITERS = 4
const victims = ['web', 'worker', 'postgres', 'supervisor'] as const

const folder = newFolder()
let port = ''
let key = ''

beforeAll(async () => {
  await ensureWebBuilt()
  port = await freePort()
  const env = { CLIENTELE_DATA: folder }
  const owner = [
    'owner',
    '--email',
    'owner@example.com',
    '--password',
    'a long enough phrase',
    '--merchant',
    'Crash',
  ]
  expect(await run(owner, env)).toMatchObject({ code: 0 })
  key = (await run(['api-key', '--name', 'load'], env)).out.trim().split('\n').at(-1) ?? ''
})
afterAll(() => removeFolder(folder))

type Write = {
  readonly key: string
  readonly number: string
  acknowledged: string | null
  note: string | null
}

test(`${ROUNDS} rounds of kill -9 lose nothing acknowledged and double nothing`, {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const writes: Write[] = []
  const starts: number[] = []
  let server = await serve(folder, { PORT: port })
  await server.ready()
  for (let round = 0; round < ROUNDS; round++) {
    const victim = victims[round % victims.length] as (typeof victims)[number]
    const from = writes.length
    const load = { on: true }
    const writers = Array.from({ length: WRITERS }, () => writeUntilTold(load, writes))
    await sleep(200 + Math.random() * 800)
    kill(victim === 'supervisor' ? server.pid : pidOf(folder, victim), 'SIGKILL')
    await sleep(100)
    server = await standingAgain(server, victim, starts)
    load.on = false
    await Promise.all(writers)
    await expectKept(writes, from)
  }
  await server.stop()
  const slowest = Math.max(...starts)
  process.stdout.write(
    `crash: ${writes.filter((w) => w.acknowledged !== null).length} acknowledged writes; slowest return ${Math.round(slowest)} ms\n`,
  )
  expect(slowest).toBeLessThan(15_000)
})

/** After a kill of the supervisor somebody starts it again; the rest it revives by itself. */
async function standingAgain(server: Started, victim: string, starts: number[]): Promise<Started> {
  if (victim !== 'supervisor') {
    starts.push(await eventually(() => isReady(server.url), 20_000))
    return server
  }
  await server.ended
  const next = await serve(folder, { PORT: port })
  starts.push(await next.ready())
  return next
}

async function writeUntilTold(load: { readonly on: boolean }, writes: Write[]): Promise<void> {
  while (load.on) {
    const write: Write = { key: randomUUID(), number: randomUUID(), acknowledged: null, note: null }
    writes.push(write)
    const made = await create(write)
    if (made?.status !== 201) {
      await sleep(20)
      continue
    }
    write.acknowledged = made.body.id
    const note = `note ${write.key}`
    const patched = await call(
      'PATCH',
      `/customers/${write.acknowledged}`,
      { notes: note },
      { 'if-match': '"1"' },
    )
    if (patched?.status === 200) write.note = note
  }
}

/** All writes of the last round, and some of each round before; several at a time. */
async function expectKept(writes: readonly Write[], from: number): Promise<void> {
  const earlier = writes.slice(0, from).filter((_, i) => i % 20 === 0)
  const waiting = [...writes.slice(from), ...earlier]
  const check = async () => {
    for (let write = waiting.pop(); write !== undefined; write = waiting.pop()) await expectOne(write)
  }
  await Promise.all(Array.from({ length: WRITERS }, check))
  const count = await call('GET', '/customers/count')
  expect(count?.body.count).toBe(Math.min(10_000, writes.length))
}

async function expectOne(write: Write): Promise<void> {
  // Whether an unanswered one happened is unknown; a repeat under its key makes it exactly once.
  if (write.acknowledged === null) {
    const again = await create(write)
    expect(again?.status).toBe(201)
    write.acknowledged = again?.body.id ?? null
  }
  const kept = await call('GET', `/customers/${write.acknowledged}`)
  expect(kept?.status).toBe(200)
  if (write.note !== null) expect(kept?.body.notes).toBe(write.note)
}

const create = (write: Write) =>
  call(
    'POST',
    '/customers',
    { type: 'personal', firstName: 'Ann', number: write.number },
    { 'idempotency-key': write.key },
  )

type Answer = {
  readonly status: number
  readonly body: { readonly id: string; readonly notes: string; readonly count: number }
}

/** Null when nobody answered. */
async function call(
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<Answer | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    })
    return { status: answer.status, body: (await answer.json()) as Answer['body'] }
  } catch {
    return null
  }
}
