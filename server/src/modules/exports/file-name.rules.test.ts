import { expect, test } from 'vitest'
import { contentDispositionOf, fileNameOf } from './file-name.rules.ts'

test('the name says the moment as the merchant’s clock shows it', () => {
  const at = new Date('2026-11-22T02:30:05.999Z')

  expect(fileNameOf(at, 'America/New_York', 'csv')).toBe('Customer Report 2026-11-21 21.30.05.csv')
  expect(fileNameOf(at, 'Asia/Kolkata', 'xlsx')).toBe('Customer Report 2026-11-22 08.00.05.xlsx')
})

test('a browser is told the name in both of the ways that browsers read', () => {
  expect(contentDispositionOf('Customer Report 2026-11-21 14.30.05.csv')).toBe(
    `attachment; filename="Customer Report 2026-11-21 14.30.05.csv"; filename*=UTF-8''Customer%20Report%202026-11-21%2014.30.05.csv`,
  )
})
