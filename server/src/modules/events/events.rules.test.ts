import { expect, test } from 'vitest'
import { createPace, parseLastEventId, permissionFor, type StoredEvent } from './events.rules.ts'

let id = 0
const change = (count: number): StoredEvent => {
  id++
  return {
    id,
    tx: '1',
    kind: 'customer.changed',
    count,
    ids: Array.from({ length: count }, (_, i) => `c${i}`),
  }
}

test('single changes are named at once', () => {
  const pace = createPace()

  const first = pace.take(change(1), 0)
  const second = pace.take(change(2), 10)

  expect(first).toMatchObject([{ kind: 'customer.changed', ids: ['c0'] }])
  expect(second).toMatchObject([{ kind: 'customer.changed', ids: ['c0', 'c1'] }])
  expect(pace.dueAt()).toBeNull()
})

test('more than fifty changes in a second become one message with their number', () => {
  const pace = createPace()
  const sent = Array.from({ length: 200 }, (_, i) => pace.take(change(1), i)).flat()

  expect(sent).toHaveLength(50)
  expect(pace.dueAt()).toBe(1000)
  expect(pace.flush(1000)).toEqual([{ id, kind: 'customers.changed', count: 150 }])
  expect(pace.flush(1001)).toEqual([])
})

test('one change of thousands does not wait when it is the first of its second', () => {
  const pace = createPace()

  const first = pace.take(change(2000), 0)
  const second = pace.take(change(2000), 300)

  expect(first).toEqual([{ id: id - 1, kind: 'customers.changed', count: 2000 }])
  expect(second).toEqual([])
  expect(pace.take(change(3), 1400)).toEqual([{ id: id - 1, kind: 'customers.changed', count: 2000 }])
  expect(pace.flush(2400)).toEqual([{ id, kind: 'customers.changed', count: 3 }])
})

test('what is held back goes out before an event of another kind, so that resuming after that one loses nothing', () => {
  const pace = createPace()
  pace.take(change(2000), 0)
  pace.take(change(5), 100)
  const held = id

  const sent = pace.take({ id: held + 1, tx: '1', kind: 'job.progress', count: 1, ids: ['j'] }, 200)

  expect(sent.map((message) => [message.id, message.kind])).toEqual([
    [held, 'customers.changed'],
    [held + 1, 'job.progress'],
  ])
})

test('what happens to customers is for those who may read customers', () => {
  expect(permissionFor('customer.changed')).toBe('customers.read')
  expect(permissionFor('tag.changed')).toBe('customers.read')
  expect(permissionFor('job.progress')).toBeNull()
})

test('a Last-Event-ID that is none of ours is ignored', () => {
  expect(parseLastEventId('17')).toBe(17)
  for (const odd of [undefined, '', 'x', '-1', '1.5', '9'.repeat(30)])
    expect(parseLastEventId(odd)).toBeNull()
})
