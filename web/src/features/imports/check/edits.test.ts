import { expect, test } from 'vitest'
import {
  forKind,
  forMended,
  forStart,
  hasFurtherStores,
  isUntouched,
  missingColumns,
  namesNobody,
  withColumn,
  withConstant,
  withFile,
  withMade,
  withMember,
  withStore,
} from './edits.ts'

const found = { mapping: { source: 'file-1', columns: { Name: 'fullName', Mail: 'email' } } }

test('the first column decided by hand takes the found ones along', () => {
  const edits = withColumn({}, found, 'Born', 'dateOfBirth')

  expect(edits).toEqual({ columns: { Name: 'fullName', Mail: 'email', Born: 'dateOfBirth' } })
  expect(withColumn(edits, found, 'Mail', null)).toEqual({
    columns: { Name: 'fullName', Born: 'dateOfBirth' },
  })
})

test('a second change builds on the first, even before its preview has come', () => {
  const edits = withColumn(withColumn({}, found, 'Mail', null), found, 'Name', 'businessName')

  expect(edits.columns).toEqual({ Name: 'businessName' })
})

test('another delimiter makes other columns, and what was decided of the old ones is forgotten', () => {
  const edits = withFile({ columns: { Name: 'fullName' }, dateOrder: 'dmy' }, { delimiter: ';' })

  expect(edits).toEqual({ dateOrder: 'dmy', delimiter: ';' })
})

test('what was decided of the fields of one kind is forgotten with another', () => {
  const edits = { columns: { Name: 'fullName' }, constants: { tags: 'New' }, timeZone: 'Asia/Tokyo' }

  expect(forKind(edits)).toEqual({ timeZone: 'Asia/Tokyo' })
})

test('what is emptied is found again', () => {
  const edits = withConstant(withMember({}, { source: 'till', nulls: ['?'] }), 'tags', 'New')

  expect(edits).toEqual({ source: 'till', nulls: ['?'], constants: { tags: 'New' } })
  expect(isUntouched(withMember(withConstant(edits, 'tags', ''), { source: '', nulls: [] }))).toBe(true)
})

test('a mended file is read like the first one, but for what its bytes decide', () => {
  expect(forMended({ encoding: 'windows-1252', delimiter: ';', columns: { Name: 'fullName' } })).toEqual({
    columns: { Name: 'fullName' },
  })
  expect(forMended(null)).toBeNull()
})

test('what a store of the file means is said, and taken back without a trace', () => {
  const edits = withStore(withStore({ source: 'till' }, 'Moon', 'id-1'), 'Sun', 'id-2')

  expect(edits.stores).toEqual({ Moon: 'id-1', Sun: 'id-2' })
  expect(withStore(withStore(edits, 'Moon', null), 'Sun', null)).toEqual({ source: 'till' })
})

const shown = {
  total: null,
  unknownStores: [
    { name: 'Moon', rows: 2 },
    { name: 'Sun', rows: 1 },
  ],
}

test('stores shown and left without one are not among those that are made of rows further down', () => {
  const edits = withMember(withStore({}, 'Sun', 'id-2'), { makeStores: true })

  expect(forStart(edits, shown)).toEqual({ makeStores: true, stores: { Moon: null, Sun: 'id-2' } })
  expect(forStart(edits, { ...shown, unknownStores: [] })).toEqual(edits)
  expect(forStart(edits, { ...shown, total: 3 })).toEqual(edits)
  expect(forStart({ source: 'till' }, shown)).toEqual({ source: 'till' })
})

test('a store that was made is meant by its name again', () => {
  const edits = { makeStores: true, stores: { Moon: null, Sun: 'id-2' } }

  expect(withMade(edits, ['Moon', 'Sun', 'Star'])).toEqual({ makeStores: true, stores: { Sun: 'id-2' } })
})

test('only a file with a column of stores that was not read to its end can name further ones', () => {
  const column = { header: 'Shop', path: 'store', filled: 1, sample: [] }
  const read = { total: null, layout: null, columns: [column] }

  expect(hasFurtherStores(read)).toBe(true)
  expect(hasFurtherStores({ ...read, columns: [{ ...column, path: 'stores' }] })).toBe(true)
  expect(hasFurtherStores({ ...read, columns: [{ ...column, path: null }] })).toBe(false)
  expect(hasFurtherStores({ ...read, total: 7 })).toBe(false)
  expect(hasFurtherStores({ ...read, layout: 'own' })).toBe(false)
})

test('orders with a name alone, or with nothing, say of nobody whose they are', () => {
  const columns = (...paths: (string | null)[]) =>
    paths.map((path) => ({ header: 'x', path, filled: 1, sample: [] }))

  expect(namesNobody({ rowsOf: 'orders', columns: columns('externalId', null) })).toBe(true)
  expect(namesNobody({ rowsOf: 'orders', columns: columns('externalId', 'customer.email') })).toBe(false)
  for (const path of ['organization.id', 'organization.externalId', 'organization.number'])
    expect(namesNobody({ rowsOf: 'orders', columns: columns('externalId', path) })).toBe(false)
  expect(namesNobody({ rowsOf: 'reviews', columns: columns('score', 'order.externalId') })).toBe(false)
  expect(namesNobody({ rowsOf: 'customers', columns: columns('fullName') })).toBe(false)
})

test('columns that were decided about and are not in the file are told', () => {
  const edits = { columns: { Name: 'fullName', Mail: 'email' } }
  const column = (header: string) => ({ header, path: null, filled: 1, sample: [] })

  expect(missingColumns(edits, { columns: [column('Name'), column('Mail'), column('Reason')] })).toEqual([])
  expect(missingColumns(edits, { columns: [column('name'), column('Mail')] })).toEqual(['Name'])
  expect(missingColumns({}, { columns: [] })).toEqual([])
})
