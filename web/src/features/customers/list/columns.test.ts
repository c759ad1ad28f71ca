import { expect, test } from 'vitest'
import {
  allColumns,
  canMove,
  defaults,
  fieldsOf,
  isDefault,
  moveColumn,
  readColumns,
  sortedFigure,
  tableColumns,
  toggleColumn,
  withoutReviews,
  withSorted,
} from './columns.ts'

test('without a preference the default columns are shown', () => {
  expect(readColumns(null, [])).toEqual(defaults())
  expect(readColumns({ columns: 'all' }, [])).toEqual(defaults())
  expect(isDefault(readColumns(undefined, []))).toBe(true)
})

test('a choice comes back as it was kept', () => {
  const chosen = ['name', 'email', 'attributes.vineyard', 'type'] as const

  expect(readColumns({ columns: chosen }, ['vineyard'])).toEqual(chosen)
})

test('columns that are gone, unknown or doubled are left out, and the name is always there', () => {
  const kept = { columns: ['email', 'attributes.gone', 'email', 7, 'shoeSize', 'photo'] }

  expect(readColumns(kept, [])).toEqual(['photo', 'name', 'email'])
})

test('a business that does without reviews has no column of them, chosen or not', () => {
  const kept = { columns: ['name', 'reviews', 'email'] }

  expect(withoutReviews(readColumns(kept, []))).toEqual(['name', 'email'])
  expect(isDefault(withoutReviews(readColumns(null, [], 'business')), 'business', false)).toBe(true)
  expect(withoutReviews(allColumns([]))).toEqual(allColumns([]).filter((id) => id !== 'reviews'))
})

test('a column goes out and comes back at the end; the name stays', () => {
  const without = toggleColumn(['photo', 'name', 'type', 'email'], 'type')

  expect(without).toEqual(['photo', 'name', 'email'])
  expect(toggleColumn(without, 'type')).toEqual(['photo', 'name', 'email', 'type'])
  expect(toggleColumn(without, 'name')).toBe(without)
  expect(toggleColumn(['name', 'email'], 'photo')).toEqual(['photo', 'name', 'email'])
})

test('a column moves by one place, but never before the name or past the end', () => {
  const columns = ['photo', 'name', 'type', 'email', 'phone'] as const

  expect(moveColumn(columns, 'phone', -1)).toEqual(['photo', 'name', 'type', 'phone', 'email'])
  expect(moveColumn(columns, 'type', 1)).toEqual(['photo', 'name', 'email', 'type', 'phone'])
  expect(canMove(columns, 'type', -1)).toBe(false)
  expect(canMove(columns, 'phone', 1)).toBe(false)
  expect(canMove(columns, 'name', 1)).toBe(false)
  expect(moveColumn(columns, 'type', -1)).toBe(columns)
})

test('the server is asked for what is shown and for what every row needs, in an order that does not matter', () => {
  expect(fieldsOf(['name', 'attributes.vineyard'])).toBe(
    'attributes.vineyard,displayName,email,phone,status,type',
  )
  expect(fieldsOf(['name', 'type', 'email'])).toBe(fieldsOf(['name', 'email', 'type']))
  expect(fieldsOf(['photo', 'name'])).toContain('photoUrl')
})

test('contacts are asked for with what their organization lends them, no other list is', () => {
  expect(fieldsOf(['name', 'phone'], 'personal')).toContain('organizationPhone')
  expect(fieldsOf(['name', 'phone'], 'personal')).not.toContain('organizationTags')
  expect(fieldsOf(defaults('business'), 'business')).not.toContain('organizationPhone')
})

test('every column is on offer, the photo without a table column of its own', () => {
  expect(allColumns(['a'])).toContain('attributes.a')
  expect(allColumns([])).toHaveLength(20)
  expect(tableColumns(['photo', 'name', 'email'])).toEqual(['name', 'email'])
})

test('what the list is sorted by stands beside the name, chosen or not', () => {
  expect(withSorted(['photo', 'name', 'email'], '-revenue3m')).toEqual([
    'photo',
    'name',
    'revenue3m',
    'email',
  ])
  expect(withSorted(['name', 'revenue3m', 'email'], 'revenue3m')).toEqual(['name', 'revenue3m', 'email'])
  expect(withSorted(['photo', 'name', 'email'], null)).toEqual(['photo', 'name', 'email'])
})

test('cards show the figure or the day that the list is sorted by, and nothing twice', () => {
  expect([sortedFigure('-revenue4w'), sortedFigure('reviews'), sortedFigure('-lastOrderAt')]).toEqual([
    ...(['revenue4w', 'reviews', 'lastOrder'] as const),
  ])
  expect([sortedFigure('name'), sortedFigure('-email'), sortedFigure(null)]).toEqual([null, null, null])
})
