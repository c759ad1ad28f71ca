import { spawn } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { endProcess, isAlive, isGone, markOf, type ProcessMark } from './processes.ts'

function sleeper(...args: readonly string[]): ProcessMark {
  const child = spawn(process.execPath, ['-e', `${args.join(';')};setInterval(() => {}, 1000)`])
  onTestFinished(() => void child.kill('SIGKILL'))
  const mark = markOf(child.pid as number)
  if (mark === null) throw new Error('it did not start')
  return mark
}

test('a process is known by its number and its beginning', async () => {
  const mark = sleeper()

  expect(isAlive(mark)).toBe(true)
  await endProcess(mark, { graceMs: 2000 })
  expect(isAlive(mark)).toBe(false)
})

test('another process that got the same number is never ended', async () => {
  const mark = sleeper()

  await endProcess({ ...mark, began: 'in another boot/1' }, { graceMs: 100 })

  expect(isAlive(mark)).toBe(true)
})

test('one that does not listen is killed', async () => {
  const mark = sleeper('process.on("SIGTERM", () => {})')
  await isGone(mark, 200)

  await endProcess(mark, { graceMs: 100 })

  expect(isAlive(mark)).toBe(false)
})

test('a number that no process has is nobody', () => {
  expect(markOf(2 ** 22 + 1)).toBeNull()
})
