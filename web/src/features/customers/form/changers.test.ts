import { expect, test } from 'vitest'
import type { Activity } from '../activities.api.ts'
import { changersOf, nameList } from './changers.ts'

const activity = (at: string, name: string, after: Activity['after']): Activity => ({
  id: at,
  kind: 'customer.edited',
  at,
  actor: { kind: 'user', id: null, name },
  before: null,
  after,
  parentId: null,
})

test('every field that changed since has the one who changed it last', () => {
  const changes = changersOf(
    [
      activity('2026-01-03T00:00:00.000Z', 'Ben', { email: 'b@example.com' }),
      activity('2026-01-02T00:00:00.000Z', 'Ana', { email: 'a@example.com', firstName: 'A' }),
      activity('2026-01-01T00:00:00.000Z', 'Cleo', { lastName: 'C' }),
    ],
    '2026-01-01T00:00:00.000Z',
  )

  expect(changes.get('email')?.name).toBe('Ben')
  expect(changes.get('firstName')?.name).toBe('Ana')
  expect(changes.has('lastName')).toBe(false)
  expect(nameList(changes, 'en')).toBe('Ben and Ana')
})
