import { expect, test } from 'vitest'
import type { Activity } from '../activities.api.ts'
import { dayIn, groupByDay, reviewIdOf, tell } from './timeline.ts'

const activity = (over: Partial<Activity>): Activity => ({
  id: '1',
  kind: 'customer.edited',
  at: '2026-11-12T02:00:00.000Z',
  actor: { kind: 'user', id: null, name: 'Ana' },
  before: null,
  after: null,
  parentId: null,
  ...over,
})

test('a day is that of the place of the business, not of Greenwich', () => {
  expect(dayIn('2026-11-12T02:00:00.000Z', 'America/New_York')).toBe('2026-11-11')
  expect(dayIn('2026-11-12T02:00:00.000Z', 'UTC')).toBe('2026-11-12')
})

test('what happened on one day stands together, latest first', () => {
  const days = groupByDay(
    [
      activity({ id: '3', at: '2026-11-12T20:00:00.000Z' }),
      activity({ id: '2', at: '2026-11-12T10:00:00.000Z' }),
      activity({ id: '1', at: '2026-11-11T10:00:00.000Z' }),
    ],
    'UTC',
  )

  expect(days.map(({ day, items }) => [day, items.map(({ id }) => id)])).toEqual([
    ['2026-11-12', ['3', '2']],
    ['2026-11-11', ['1']],
  ])
})

test('a change of tags alone is told by the tags', () => {
  const tags = (...names: string[]) => ({ tags: names.map((name) => ({ id: name, name, color: 'red' })) })

  expect(tell(activity({ before: tags('VIP'), after: tags('VIP', 'New') }))).toEqual({
    what: 'tags',
    added: ['New'],
    removed: [],
  })
  expect(
    tell(activity({ before: { ...tags(), email: null }, after: { ...tags('A'), email: 'a@b.c' } })),
  ).toEqual({
    what: 'changed',
    fields: ['tags', 'email'],
  })
})

test('an order that came or went is told by its number', () => {
  const after = { order: { id: 'o1', number: 'A-17' } }

  expect(tell(activity({ kind: 'order.assigned', after }))).toEqual({
    what: 'orderAssigned',
    orderId: 'o1',
    number: 'A-17',
  })
  expect(tell(activity({ kind: 'order.unassigned', after }))).toMatchObject({ what: 'orderUnassigned' })
})

test('orders that came or went together are told by how many they are', () => {
  const after = { jobId: 'j1', orders: 12 }

  expect(tell(activity({ kind: 'orders.assigned', after }))).toEqual({ what: 'ordersAssigned', count: 12 })
  expect(tell(activity({ kind: 'orders.unassigned', after }))).toMatchObject({ what: 'ordersUnassigned' })
})

test('an activity of a kind that is not known yet is told all the same', () => {
  expect(tell(activity({ kind: 'points.adjusted' }))).toEqual({ what: 'other' })
})

test('a review is told by what became of it, never by what it says', () => {
  const part = { review: { id: '1' } }

  expect(tell(activity({ kind: 'review.received', after: part }))).toEqual({
    what: 'review',
    how: 'received',
  })
  expect(tell(activity({ kind: 'review.edited', before: part, after: part }))).toEqual({
    ...{ what: 'review', how: 'edited' },
  })
  expect(tell(activity({ kind: 'review.deleted', before: part }))).toMatchObject({ how: 'deleted' })
})

test('a review that there still is can be found by what happened to it', () => {
  const part = { review: { id: '1' } }

  expect(reviewIdOf(activity({ kind: 'review.received', after: part }))).toBe('1')
  expect(reviewIdOf(activity({ kind: 'review.deleted', before: part }))).toBeNull()
  expect(reviewIdOf(activity({ kind: 'customer.edited', after: { email: 'a@b.c' } }))).toBeNull()
})
