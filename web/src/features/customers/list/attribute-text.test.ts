import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { attributeText } from './attribute-text.ts'

const t = ((key: string) => key) as unknown as TFunction
const format = {
  number: (value: number) => `#${value}`,
  money: ({ amount, currency }: { amount: number; currency: string }) => `${currency} ${amount}`,
  day: (day: string) => `day ${day}`,
}

test.each([
  ['text', 'Window seat', 'Window seat'],
  ['number', 12.5, '#12.5'],
  ['money', { amount: 1250, currency: 'EUR' }, 'EUR 1250'],
  ['date', '2026-11-12', 'day 2026-11-12'],
  ['yesNo', true, 'common.yes'],
  ['yesNo', false, 'common.no'],
  ['choices', ['red', 'white'], 'red, white'],
  ['choice', null, ''],
  ['text', undefined, ''],
  ['text', { odd: 1 }, '{"odd":1}'],
] as const)('a %s of %o reads %s', (kind, value, text) => {
  expect(attributeText({ kind }, value, { t, format })).toBe(text)
})
