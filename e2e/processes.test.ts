// Start, stop and survival, with real processes on real data folders.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureWebBuilt } from '../server/src/supervisor/web-build.ts'
import {
  type Env,
  eventually,
  freePort,
  isReady,
  kill,
  newFolder,
  pidOf,
  processesOf,
  removeFolder,
  run,
  type Started,
  serve,
  takePort,
} from './processes.kit.ts'

/** Made once: most tests want an existing folder. */
const folder = newFolder()
const here: Env = { CLIENTELE_DATA: folder }

beforeAll(async () => {
  await ensureWebBuilt()
  expect(await run(['migrate'], here)).toMatchObject({ code: 0, err: '' })
})
afterAll(() => removeFolder(folder))

async function started(env: Env = {}, in_ = folder): Promise<Started> {
  const server = await serve(in_, env)
  onTestFinished(async () => {
    kill(server.pid, 'SIGTERM')
    await server.ended
  })
  return server
}

test('a start on an existing folder answers within seconds and says where', async () => {
  const server = await started()

  expect(await server.ready()).toBeLessThan(8000)

  const page = await fetch(server.url, { headers: { accept: 'text/html' } })
  expect(page.headers.get('content-type')).toContain('text/html')
  const { out, err } = await server.stop()
  expect(out).toContain(`Clientele is running at http://localhost:${new URL(server.url).port}`)
  expect(err).toBe('')
})

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s to the process group ends everything and is no failure',
  async (signal) => {
    const server = await started()
    await server.ready()
    expect(processesOf(folder).length).toBeGreaterThan(4)

    const asked = performance.now()
    const ended = server.stop(signal)
    await sleep(5)
    kill(server.pid, signal)

    expect(await ended).toMatchObject({ code: 0, err: '' })
    expect(performance.now() - asked).toBeLessThan(20_000)
    expect(processesOf(folder)).toEqual([])
  },
)

test('a stop in the middle of a start ends everything as well', async () => {
  for (const after of [60, 250, 500]) {
    const server = await started()
    await sleep(after)

    expect((await server.stop('SIGINT')).err).toBe('')

    expect(processesOf(folder)).toEqual([])
  }
})

test('a second start on the same folder is refused and says who has it', async () => {
  const first = await started()
  await first.ready()

  const second = await run(['serve'], { ...here, PORT: await freePort() })

  expect(second.code).toBe(1)
  expect(second.err).toContain(`in use by process ${first.pid}`)
  expect(second.err).toContain(first.url.replace('127.0.0.1', 'localhost'))
  expect(second.err.trim().split('\n')).toHaveLength(1)
  expect(second.ms).toBeLessThan(10_000)
  expect(await isReady(first.url)).toBe(true)
})

test('of two starts in the same instant exactly one wins', async () => {
  const both = await Promise.all([started(), started()])

  const codes = await Promise.race(both.map(({ ended }) => ended))
  expect(codes.code).toBe(1)

  const winner = both.find(({ process }) => process.exitCode === null)
  expect(await winner?.ready()).toBeGreaterThan(0)
})

test('after the supervisor is killed the next start ends what is left and answers within five seconds', async () => {
  const killed = await started()
  await killed.ready()
  const left = ['web', 'worker', 'postgres'].map((part) => pidOf(folder, part as 'web'))
  // One that is stuck cannot notice that its supervisor is gone.
  kill(left[1] as number, 'SIGSTOP')
  kill(killed.pid, 'SIGKILL')

  const next = await started()

  expect(await next.ready()).toBeLessThan(5000)
  const alive = processesOf(folder).map(({ pid }) => pid)
  for (const pid of left) expect(alive).not.toContain(pid)
})

test.for(['web', 'worker', 'postgres'] as const)('a killed %s process is started again', async (part) => {
  const server = await started()
  await server.ready()
  const before = pidOf(folder, part)

  kill(before, 'SIGKILL')

  await eventually(async () => !(await isReady(server.url)))
  await eventually(() => isReady(server.url))
  expect(pidOf(folder, part)).not.toBe(before)
  const answer = await fetch(`${server.url}/api/v1/setup`)
  expect(answer.status).toBe(200)
})

test('a command borrows the database of the server that runs', async () => {
  const server = await started()
  await server.ready()
  const database = pidOf(folder, 'postgres')

  expect(await run(['migrate'], here)).toMatchObject({ code: 0, err: '' })

  expect(pidOf(folder, 'postgres')).toBe(database)
  expect(await isReady(server.url)).toBe(true)
})

test('two commands at once share one database, on a folder that was never started too', async () => {
  const fresh = newFolder()
  onTestFinished(() => removeFolder(fresh))

  const both = await Promise.all([
    run(['migrate'], { CLIENTELE_DATA: fresh }),
    run(['migrate'], { CLIENTELE_DATA: fresh }),
  ])

  expect(both).toMatchObject([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ])
  expect(processesOf(fresh)).toEqual([])
})

test('a start waits for a short command to leave the folder', async () => {
  const command = run(['migrate'], here)
  await sleep(100)

  const server = await started()

  await server.ready()
  expect(await command).toMatchObject({ code: 0, err: '' })
})

test('a first start that is killed half-way leaves nothing that hinders the next', async () => {
  const fresh = newFolder()
  onTestFinished(() => removeFolder(fresh))
  for (const after of [150, 450]) {
    const killed = await started({}, fresh)
    await sleep(after)
    kill(killed.pid, 'SIGKILL')
  }

  const next = await started({}, fresh)

  expect(await next.ready()).toBeLessThan(8000)
})

// Most of it is waiting: the two go together, on folders apart.
test.concurrent('what is wrong at a start is said in one line', async ({ onTestFinished }) => {
  const { port, free } = await takePort()
  onTestFinished(free)
  const old = newFolder()
  onTestFinished(() => removeFolder(old))
  mkdirSync(join(old, 'postgres'))
  writeFileSync(join(old, 'postgres/PG_VERSION'), '16\n')

  const cases: readonly (readonly [Env, RegExp])[] = [
    [{ ...here, PORT: port }, new RegExp(`port ${port} .* is taken`)],
    [{ ...here, PORT: 'abc', LOG_LEVEL: 'loud' }, /PORT must be a number .*; LOG_LEVEL must be one of/],
    [{ CLIENTELE_DATA: '/proc/nowhere' }, /data folder \/proc\/nowhere cannot be written/],
    [{ CLIENTELE_DATA: old }, /made by PostgreSQL 16, this version runs 18/],
    [{ ...here, DATABASE_URL: 'mysql://somewhere' }, /DATABASE_URL must begin with postgres:/],
  ]
  for (const [env, line] of cases) {
    const { code, err } = await run(['serve'], { PORT: await freePort(), ...env })
    expect(err).toMatch(line)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  }
  expect(processesOf(folder)).toEqual([])
})

test.concurrent('a database that cannot be reached is told within fifteen seconds, without its password', async ({
  onTestFinished,
}) => {
  const other = newFolder()
  onTestFinished(() => removeFolder(other))
  const nowhere = { CLIENTELE_DATA: other, DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:1/clientele' }

  const both = await Promise.all([run(['serve'], nowhere), run(['migrate'], nowhere)])

  for (const { code, err, ms } of both) {
    expect(code).toBe(1)
    expect(err.trim()).toBe(
      'clientele: the database at 127.0.0.1:1/clientele cannot be reached (ECONNREFUSED): check DATABASE_URL',
    )
    expect(ms).toBeLessThan(15_000)
  }
})
