import { expect, test } from 'vitest'
import { defaults } from './columns.ts'
import { leastWidth, mostWidth } from './table-layout.ts'
import {
  hasCards,
  readView,
  type TableView,
  withCards,
  withoutWidth,
  withView,
  withWidths,
} from './table-view.ts'

const view: TableView = { columns: ['name', 'email'], widths: { email: 220 }, density: 'compact' }

test('columns, widths and density come back as they were kept', () => {
  expect(readView(withView(null, 'all', view), [])).toEqual(view)
})

test('each list keeps its own columns and widths, and all of them one row height', () => {
  const contacts: TableView = { columns: ['name', 'phone'], widths: { phone: 180 }, density: 'comfortable' }
  const kept = withView(withView(null, 'all', view), 'personal', contacts)

  expect(readView(kept, [], 'personal')).toEqual(contacts)
  expect(readView(kept, [])).toEqual({ ...view, density: 'comfortable' })
  expect(readView(kept, [], 'business')).toEqual({
    columns: defaults('business'),
    widths: {},
    density: 'comfortable',
  })
  expect(readView(withView(kept, 'business', view), [], 'personal').columns).toEqual(contacts.columns)
})

test('what was kept before there were widths and densities still holds', () => {
  expect(readView({ columns: ['name', 'email'] }, [])).toEqual({
    columns: ['name', 'email'],
    widths: {},
    density: 'comfortable',
  })
  expect(readView(null, []).columns).toEqual(defaults())
})

test('widths that nobody could use are brought into bounds or left out', () => {
  const kept = {
    columns: ['name'],
    widths: { name: 4, email: 90_000, phone: 'wide', type: null },
    density: 3,
  }

  expect(readView(kept, [])).toMatchObject({
    widths: { name: leastWidth, email: mostWidth },
    density: 'comfortable',
  })
  expect(readView({ widths: [1, 2] }, []).widths).toEqual({})
})

test('a width is set beside the others and taken back alone', () => {
  const wider = withWidths(view, { name: 300 })

  expect(wider.widths).toEqual({ email: 220, name: 300 })
  expect(withoutWidth(wider, 'email').widths).toEqual({ name: 300 })
})

test('the cards stand there until they are hidden, and nothing else changes with them', () => {
  const kept = withView(null, 'all', view)

  expect([hasCards(null), hasCards(kept), hasCards(withCards(kept, false))]).toEqual([true, true, false])
  expect(readView(withCards(kept, false), [])).toEqual(view)
  expect(hasCards(withView(withCards(kept, false), 'personal', view))).toBe(false)
})
