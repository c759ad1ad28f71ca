import { expect, test } from 'vitest'
import { forKind, forMended, isUntouched, withColumn, withConstant, withFile, withMember } from './edits.ts'

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
