import { expect, test } from 'vitest'
import { receiptOf } from './content.rules.ts'
import { formatOf, placeOf } from './place.rules.ts'

const merchant = { name: 'Deli', country: 'US', timeZone: 'America/New_York', locale: 'en' }
const customer = { id: 'c', name: 'Ana', email: null, preferredLanguage: null as string | null }

test.each([
  [{ merchant, customer, store: null }, 'en', 'en-US', 'LETTER'],
  [{ merchant, customer: { ...customer, preferredLanguage: 'es' }, store: null }, 'es', 'es-US', 'LETTER'],
  [{ merchant, customer: { ...customer, preferredLanguage: 'es-MX' }, store: null }, 'es', 'es-MX', 'LETTER'],
  [
    { merchant: { ...merchant, country: 'DE', locale: 'de' }, customer: null, store: null },
    'en',
    'en-DE',
    'A4',
  ],
  [
    {
      merchant: { ...merchant, locale: 'es' },
      customer: { ...customer, preferredLanguage: 'fr' },
      store: null,
    },
    ...(['es', 'es-US', 'LETTER'] as const),
  ],
  [
    { merchant, customer: { ...customer, preferredLanguage: 'not a tag' }, store: null },
    'en',
    'en-US',
    'LETTER',
  ],
])('%j is written in %s, formatted by %s, on %s', (parties, language, locale, paper) => {
  expect(placeOf(parties)).toMatchObject({ language, locale, paper, timeZone: 'America/New_York' })
})

test.each([
  [5, 'USD', '$0.05'],
  [-1999, 'USD', '-$19.99'],
  [100_000_000_000_000, 'USD', '$1,000,000,000,000.00'],
  [500, 'JPY', '¥500'],
  [1234, 'KWD', 'KWD\u00a01.234'],
])('%d of %s is %s', (minor, currency, text) => {
  const place = placeOf({ merchant, customer: null, store: null })
  expect(formatOf(place, currency).money(minor)).toBe(text)
})

test('change is what was given beyond each payment, and the number is the receipt’s before the order’s', () => {
  const payment = { method: 'cash' as const, brand: null, last4: null, tipAmount: null, at: null }
  const totals = { gross: 0, discount: 0, net: 0, tax: 0, serviceCharge: 0, shipping: 0, tip: 0, total: 0 }
  const receipt = receiptOf(
    {
      ...{
        number: 'A-1',
        receiptNumber: null,
        externalId: 'x',
        status: 'completed',
        placedAt: '2026-11-02T00:00:00Z',
      },
      ...{ staff: null, currency: 'USD', items: [], taxes: [], refunds: [] },
      payments: [
        { ...payment, amount: 500, tendered: 2000 },
        { ...payment, amount: 700, tendered: 700 },
        { ...payment, amount: 300, tendered: null },
      ],
      totals: { ...totals, paid: 1500, refunded: 0, due: 0, rounding: 0 },
    },
    { merchant, customer, store: null },
  )
  expect([receipt.number, receipt.summary.change, receipt.payments.map(({ change }) => change)]).toEqual([
    ...['A-1', 1500],
    [1500, 0, 0],
  ])
})
