import { expect, test } from 'vitest'
import { isGoing, markOf, mayStartAgain, percentOf, phaseOf } from './phase.ts'

const standing = (state: string, more: object = {}) =>
  ({ state, held: false, dryRun: false, processed: 0, ...more }) as Parameters<typeof phaseOf>[0]

test.each([
  ['a held upload waits to be checked', standing('queued', { held: true }), 'check'],
  ['one that was started runs', standing('queued'), 'run'],
  ['a paused one is still on its way', standing('paused'), 'run'],
  ['a trial on its way', standing('running', { dryRun: true }), 'trial'],
  ['after its trial it waits again', standing('succeeded', { dryRun: true, processed: 9 }), 'check'],
  ['a trial that failed can be mended', standing('failed', { dryRun: true }), 'check'],
  ['what came in is at its end', standing('succeeded', { processed: 9 }), 'end'],
  ['a held one that was given up is at its end', standing('cancelled', { held: true }), 'end'],
])('%s', (_what, input, phase) => {
  expect(phaseOf(input)).toBe(phase)
})

test('only what ended before its first row can be started again', () => {
  expect(mayStartAgain(standing('failed'))).toBe(true)
  expect(mayStartAgain(standing('cancelled', { processed: 2000 }))).toBe(false)
  expect(mayStartAgain(standing('running'))).toBe(false)
})

test('a held or paused import does not go on by itself', () => {
  expect(isGoing(standing('queued', { held: true }))).toBe(false)
  expect(isGoing(standing('paused'))).toBe(false)
  expect(isGoing(standing('queued'))).toBe(true)
})

test('progress is told in whole percent, and only once the rows are counted', () => {
  expect(percentOf({ processed: 5, total: null })).toBeNull()
  expect(percentOf({ processed: 999, total: 1000 })).toBe(99)
  expect(percentOf({ processed: 1000, total: 1000 })).toBe(100)
})

test('a trial that ended is called a trial', () => {
  expect(markOf(standing('succeeded', { dryRun: true }))).toBe('tried')
  expect(markOf(standing('queued', { held: true }))).toBe('held')
  expect(markOf(standing('failed', { dryRun: true }))).toBe('failed')
})
