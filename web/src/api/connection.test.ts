import { expect, test } from 'vitest'
import { createConnection } from './connection.ts'

function setup() {
  const answers: boolean[] = []
  const waits: Readonly<{ run: () => unknown; ms: number }>[] = []
  const told: boolean[] = []
  const connection = createConnection(
    async () => answers.shift() ?? false,
    (run, ms) => waits.push({ run, ms }),
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
  const { connection, waits, told, pass } = setup()

  connection.noteSilence()
  connection.noteAnswer()
  await pass()

  expect(told).toEqual([true, false])
  expect(waits).toEqual([])
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
