import { expect, test } from 'vitest'
import type { PreviewRow } from '../imports.api.ts'
import { columnOfPath, foretold, outcomeOf, placesOf, previewColumns } from './preview-cells.ts'

const row = (fields: Record<string, unknown>, more: Partial<PreviewRow> = {}): PreviewRow => ({
  row: 2,
  cells: [],
  fields,
  problems: [],
  rejected: null,
  ...more,
})
const column = (header: string, path: string | null) => ({ header, path, filled: 1, sample: [] })
const problem = (header: string) => ({ column: header, original: 'x', code: 'email.invalid', message: '' })

test('the parts of a name, an address, a phone stand in one column each', () => {
  expect(['firstName', 'businessName', 'fullName'].map(columnOfPath)).toEqual(['name', 'name', 'name'])
  expect(['phone', 'phones.fax', 'phones.2.number'].map(columnOfPath)).toEqual(['phone', 'phone', 'phone'])
  expect(columnOfPath('addresses.billing.city')).toBe('addresses')
  expect(columnOfPath('attributes.vineyard')).toBe('attributes.vineyard')
})

test('columns are those that any row fills, the name first', () => {
  const rows = [
    row({ type: 'personal', typeGiven: false, tags: ['a'], email: 'a@example.com', firstName: 'Ann' }),
    row({ attributes: { vineyard: 'North' } }),
  ]

  expect(previewColumns(rows, () => null)).toEqual(['name', 'email', 'tags', 'attributes.vineyard'])
})

test('a cell that could not be read has its column, though it stays empty', () => {
  const placeOf = placesOf([column('Mail', 'email'), column('Shoe', null)])

  expect(previewColumns([row({ firstName: 'Ann' }, { problems: [problem('Mail')] })], placeOf)).toEqual([
    'name',
    'email',
  ])
  expect(placeOf(problem('Shoe'))).toBeNull()
  expect(placeOf(problem(' Mail '))).toBe('email')
})

test('a rejected row does not count among those with warnings', () => {
  const rejected = { code: 'row.nobody', message: '' }
  const rows = [row({}), row({}, { problems: [problem('Mail')] }), row({}, { rejected })]

  expect(outcomeOf(rows)).toEqual({ rows: 3, warned: 1, rejected: 1 })
})

test('a trial of all rows takes the place of what the first ones told, until something is changed', () => {
  const rows = [row({}, { rejected: { code: 'row.nobody', message: '' } }), row({})]
  const tried = { dryRun: true, state: 'succeeded', processed: 40, warnings: 7, rejected: 6 } as const
  const ofFirst = { rows: 2, warned: 0, rejected: 1, isOfAll: false, coming: null }

  expect(foretold(rows, tried, false)).toEqual({
    ...{ rows: 40, warned: 7, rejected: 6, isOfAll: true, coming: 34 },
  })
  expect(foretold(rows, tried, true)).toEqual(ofFirst)
  expect(foretold(rows, { ...tried, state: 'running' }, false)).toEqual(ofFirst)
})
