import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { isGoing, shareDone } from '../../../api/jobs.ts'
import { doingText, tellOutcome } from './bulk-outcome.ts'

const t = ((key: string, params: Readonly<Record<string, unknown>> = {}) =>
  [key.replace('bulk.', ''), ...Object.values(params)].join(' ').trim()) as unknown as TFunction

const work = { action: 'addTag', target: 'VIP', isUndo: false } as const
const job = { state: 'succeeded', matched: 7, done: 5, failed: 0, undone: 0, kept: 0 } as const

test('what is going on is named with its tag', () => {
  expect(doingText(t, work)).toBe('doing.addTag VIP')
  expect(doingText(t, { ...work, isUndo: true })).toBe('doing.undo VIP')
})

test('at its end it says how many were done, and offers to undo them', () => {
  expect(tellOutcome(t, work, job)).toEqual({ text: 'done.addTag 5 VIP', mayUndo: true })
})

test('what could not be done is said too', () => {
  expect(tellOutcome(t, work, { ...job, failed: 2 }).text).toBe('done.addTag 5 VIP failedSome 2')
})

test('nothing done has nothing to undo', () => {
  expect(tellOutcome(t, work, { ...job, done: 0 }).mayUndo).toBe(false)
})

test('one that was cancelled or broke off may be undone as far as it came', () => {
  expect(tellOutcome(t, work, { ...job, state: 'cancelled' })).toEqual({ text: 'cancelled 5', mayUndo: true })
  expect(tellOutcome(t, work, { ...job, state: 'failed' })).toEqual({ text: 'failed', mayUndo: true })
})

test('an undo names those that stayed, since somebody changed them meanwhile', () => {
  const undone = { ...job, state: 'undone', undone: 4, kept: 1 } as const

  expect(tellOutcome(t, { ...work, isUndo: true }, undone)).toEqual({
    text: 'done.undo kept 1',
    mayUndo: false,
  })
})

test('the bar counts what is done, or what is undone', () => {
  expect(shareDone({ ...job, failed: 1 }, false)).toEqual({ past: 6, all: 7 })
  expect(shareDone({ ...job, undone: 2 }, true)).toEqual({ past: 2, all: 5 })
  expect(shareDone({ ...job, matched: null }, false)).toBeNull()
  expect(isGoing({ state: 'undoing' })).toBe(true)
  expect(isGoing({ state: 'undone' })).toBe(false)
})
