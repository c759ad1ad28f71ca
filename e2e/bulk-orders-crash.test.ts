// Orders by the thousand, while what takes them is killed: sent again, each is there exactly once and the figures are right.
// CRASH_ROUNDS=30 runs it at length; one kill of each process belongs to every test run.
import { ReadableStream } from 'node:stream/web'
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

const victims = ['web', 'postgres', 'worker', 'supervisor'] as const
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? victims.length)
const ORDERS = 1500
const CUSTOMERS = 40

const folder = newFolder()
const env = { CLIENTELE_DATA: folder }
let port = ''
let key = ''

beforeAll(async () => {
  await ensureWebBuilt()
  port = await freePort()
  const who = ['--email', 'owner@example.com', '--password', 'a long enough phrase']
  expect(await run(['owner', ...who, '--merchant', 'Crash'], env)).toMatchObject({ code: 0 })
  expect(await run(['generate', '--customers', String(CUSTOMERS)], env)).toMatchObject({ code: 0 })
  key = (await run(['api-key', '--name', 'load'], env)).out.trim().split('\n').at(-1) ?? ''
})
afterAll(() => removeFolder(folder))

test(`${ROUNDS} kills while orders come in: sent again, each is there once`, {
  timeout: 120_000 + ROUNDS * 60_000,
}, async () => {
  let server = await serve(folder, { PORT: port })
  await server.ready()
  let brokenOff = 0
  for (let round = 0; round < ROUNDS; round++) {
    const victim = victims[round % victims.length] as (typeof victims)[number]
    const lines = linesOf(round)
    const killed = Promise.withResolvers<void>()
    const sending = send(lines, killed.promise)
    await sleep(100 + Math.random() * 900)
    kill(victim === 'supervisor' ? server.pid : pidOf(folder, victim), 'SIGKILL')
    killed.resolve()
    const answered = await sending
    if (answered === null || answered.length < ORDERS) brokenOff++
    server = await standingAgain(server, victim)
    const again = (await send(lines)) ?? []
    expect(again.map(({ line }) => line)).toEqual(lines.map((_, i) => i + 1))
    expect(again.filter(({ status }) => status !== 200 && status !== 201)).toEqual([])
    // What was answered with an id before has kept it.
    for (const { line, id } of answered ?? []) expect(again[line - 1]?.id).toBe(id)
  }
  await server.stop()
  const verified = await run(['verify'], env)
  expect(verified.out).toContain(`${ROUNDS * ORDERS} orders`)
  expect(verified).toMatchObject({ code: 0 })
  // The worker's end is nothing to them.
  expect(brokenOff).toBeGreaterThan(0)
})

const linesOf = (round: number): readonly object[] =>
  Array.from({ length: ORDERS }, (_, i) => ({
    source: 'till',
    externalId: `${round}-${i}`,
    placedAt: new Date(Date.UTC(2026, i % 10, 1 + (i % 28), 12)).toISOString(),
    customer: { number: String(100_000 + (i % (CUSTOMERS + 5))) },
    items: [{ name: 'Lunch', quantity: 1 + (i % 3), unitAmount: 100 + i }],
  }))

type Answer = { readonly line: number; readonly status: number; readonly id: string }

/** The first `count` of them at once, the rest when it is time. */
async function* spoken(lines: readonly object[], count: number, time: Promise<void>) {
  const said = (some: readonly object[]) =>
    Buffer.from(some.map((line) => `${JSON.stringify(line)}\n`).join(''))
  yield said(lines.slice(0, count))
  await time
  yield said(lines.slice(count))
}

/**
 * The answers that came, also when they broke off; null when there were none. Up to the kill only a part is sent: however
 * quick the machine is, the kill comes in the middle.
 */
async function send(lines: readonly object[], killed = Promise.resolve()): Promise<Answer[] | null> {
  const answers: Answer[] = []
  try {
    const body = ReadableStream.from(spoken(lines, 1 + Math.floor(Math.random() * (ORDERS - 1)), killed))
    const sending: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
      body: body as unknown as BodyInit,
      duplex: 'half',
    }
    const reply = await fetch(`http://127.0.0.1:${port}/api/v1/orders/bulk`, sending)
    if (reply.status !== 200 || reply.body === null) return null
    let rest = ''
    for await (const piece of reply.body.pipeThrough(new TextDecoderStream())) {
      const whole = (rest + piece).split('\n')
      rest = whole.pop() ?? ''
      for (const line of whole) answers.push(JSON.parse(line) as Answer)
    }
  } catch {
    // Whoever was killed says no more.
  }
  return answers.length === 0 ? null : answers
}

/** After a kill of the supervisor somebody starts it again; the rest it revives by itself. */
async function standingAgain(server: Started, victim: string): Promise<Started> {
  if (victim !== 'supervisor') {
    await sleep(200)
    await eventually(() => isReady(server.url), 30_000)
    return server
  }
  await server.ended
  const next = await serve(folder, { PORT: port })
  await next.ready()
  return next
}
