import { expect, onTestFinished, test, vi } from 'vitest'
import { createConnection, isConnected, noteOutcome } from './connection.ts'
import { ApiError } from './problem.ts'

function setup() {
  const answers: boolean[] = []
  const waits: Readonly<{ run: () => unknown; ms: number }>[] = []
  const told: boolean[] = []
  const connection = createConnection(
    async () => answers.shift() ?? false,
    (run, ms) => {
      const one = { run, ms }
      waits.push(one)
      return () => {
        if (waits.includes(one)) waits.splice(waits.indexOf(one), 1)
      }
    },
  )
  connection.watch(() => told.push(connection.isLost()))
  const pass = async () => waits.shift()?.run()
  return { connection, answers, waits, told, pass }
}

test('a request without an answer is told once, and the server asked until it answers', async () => {
  const { connection, answers, told, pass } = setup()

  connection.noteSilence()
  connection.noteSilence()
  answers.push(false, true)
  await pass()
  expect(told).toEqual([true])
  await pass()

  expect(told).toEqual([true, false])
})

test('the pauses grow, but never beyond ten seconds', async () => {
  const { connection, waits, pass } = setup()
  const pauses: number[] = []

  connection.noteSilence()
  for (let index = 0; index < 8; index++) {
    pauses.push(waits[0]?.ms ?? 0)
    await pass()
  }

  expect(pauses[0]).toBe(1000)
  expect(pauses.every((ms, at) => at === 0 || ms >= (pauses[at - 1] ?? 0))).toBe(true)
  expect(pauses.at(-1)).toBe(10_000)
})

test('any answer ends it, and then nobody asks any more', async () => {
  const { connection, waits, told } = setup()

  connection.noteSilence()
  connection.noteAnswer()

  expect(told).toEqual([true, false])
  expect(waits).toEqual([])
})

test('however often it comes and goes, one question at a time waits to be asked', async () => {
  const { connection, waits, pass } = setup()

  for (let index = 0; index < 5; index++) {
    connection.noteSilence()
    connection.noteAnswer()
  }
  connection.noteSilence()
  expect(waits).toHaveLength(1)

  // Lost anew while the question is on its way.
  const asking = pass()
  connection.noteAnswer()
  connection.noteSilence()
  await asking
  expect(waits).toHaveLength(1)
})

test('what a proxy says of one request is asked about; silence is believed', async () => {
  const fetched = vi.fn(async () => new Response(null, { status: 200 }))
  vi.stubGlobal('fetch', fetched)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    noteOutcome(null)
  })

  noteOutcome(new ApiError({ code: 'internal', status: 503 }))
  expect(isConnected()).toBe(true)
  expect(fetched).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(fetched.mock.settledResults).toHaveLength(1))
  expect(isConnected()).toBe(true)

  noteOutcome(new ApiError({ code: 'network', status: 0 }))
  expect(isConnected()).toBe(false)
})

test('a hint of the browser is asked about before it is believed', async () => {
  const { connection, answers, told } = setup()

  answers.push(true)
  await connection.check()
  expect(told).toEqual([])

  answers.push(false)
  await connection.check()
  expect(told).toEqual([true])
})
