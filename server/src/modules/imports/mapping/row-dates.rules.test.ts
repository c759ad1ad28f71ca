// In which order a file writes its days, and in which zone its times are.
import { expect, test } from 'vitest'
import { firstOf, opened, rowsOf } from './reading.kit.ts'

test('the order is decided over the whole column', async () => {
  const file = await opened('Name,Birthday\nAnn Lee,03/04/1990\nBob Fox,25/12/1980\n')

  expect(file.plan.assumptions).toContainEqual({
    kind: 'dateOrder',
    value: 'dmy',
    column: 'Birthday',
    sure: true,
    setBy: 'dateOrder',
    alternatives: ['mdy', 'ymd'],
  })
  expect(
    (await rowsOf('Name,Birthday\nAnn Lee,03/04/1990\nBob Fox,25/12/1980\n'))[0]?.fields.dateOfBirth,
  ).toBe('1990-04-03')
})

test('nothing decides: the country does, and somebody should look', async () => {
  const text = 'Name,Birthday\nAnn Lee,03/04/1990\n'
  const sure = async (country: string) =>
    (await opened(text, { context: { country } })).plan.assumptions.find((one) => one.kind === 'dateOrder')

  expect(await sure('US')).toMatchObject({ value: 'mdy', sure: false })
  expect(await sure('DE')).toMatchObject({ value: 'dmy', sure: false })
  expect(await firstOf(text, { mapping: { dateOrder: 'dmy' } })).toMatchObject({
    dateOfBirth: '1990-04-03',
  })
})

test('the header may say it', async () => {
  const file = await opened('Name,Birthday (DD/MM/YYYY)\nAnn Lee,03/04/1990\n')

  expect(file.plan.assumptions.find((one) => one.kind === 'dateOrder')).toMatchObject({
    value: 'dmy',
    sure: true,
  })
})

test('another column of the file that is sure decides for one that is not', async () => {
  const file = await opened('Name,Birthday,Created\nAnn Lee,03/04/1990,25/12/2020\n')

  expect(file.plan.assumptions.find((one) => one.column === 'Birthday')).toMatchObject({
    value: 'dmy',
    sure: false,
  })
})

test('a column of both orders: the fewer are left unread', async () => {
  const rows = await rowsOf('Name,Birthday\nA B,25/12/1980\nC D,26/12/1980\nE F,12/27/1980\n')

  expect(rows.map((row) => row.fields.dateOfBirth)).toEqual(['1980-12-25', '1980-12-26', undefined])
  expect(rows[2]?.warnings[0]?.code).toBe('day.unreadable')
})

test('birthdays in three columns', async () => {
  expect(await firstOf('Name,Birth Year,Birth Month,Birth Day Number\nAnn Lee,1990,March,7\n')).toMatchObject(
    { dateOfBirth: '1990-03-07' },
  )
  expect(await firstOf('Name,Birth Year,Birth Month,Birth Day Number\nAnn Lee,,3,7\n')).toMatchObject({
    dateOfBirth: '--03-07',
  })
})

test('a time without a zone is the merchant’s unless the mapping says otherwise', async () => {
  const text = 'Name,Registration date\nAnn Lee,2024-03-12 09:14\n'

  expect(await firstOf(text)).toMatchObject({ registeredAt: '2024-03-12T13:14:00.000Z' })
  expect(await firstOf(text, { mapping: { timeZone: 'Europe/Berlin' } })).toMatchObject({
    registeredAt: '2024-03-12T08:14:00.000Z',
  })
})
