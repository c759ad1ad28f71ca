import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { firm, found, given, person } from './search.kit.ts'

test('%, _ and \\ are plain letters', async () => {
  const on = await setup()
  await given(on, firm('100% Juice'), firm('1000 Juices'), firm('a_b'), firm('a\\b'))

  expect(await found(on, '100%')).toEqual(['100% Juice'])
  expect(await found(on, '%')).toEqual(['100% Juice'])
  expect(await found(on, '_')).toEqual(['a_b'])
  expect(await found(on, '\\')).toEqual(['a\\b'])
})

test('odd input gets an answer and never a failure', async () => {
  const on = await setup()
  await given(on, person('Ann', 'Lee'), person('𝕏𝕐', '👩‍👩‍👧'), firm('!!!'))
  const odd = [
    "'; drop table customers; --",
    '"',
    '<script>',
    'x'.repeat(200),
    '👩‍👩‍👧',
    '\u200b',
    '\ufeff',
    '  ',
    '@',
    '@@@@',
    'a@',
    '+',
    '++++++',
    '()()',
    '٠١٢٣٤٥',
    '１２３４５',
    '\u202eabc',
    'ﷺ',
    `${'a'.repeat(99)} ${'b'.repeat(100)}`,
    Array(100).fill('a').join(' '),
    '9'.repeat(200),
    '\\x00',
    '#{7*7}',
    '%00%01',
    '\ud800'.toWellFormed(),
    'ÅÄÖ',
    '\n\t\r',
  ]

  for (const q of odd) {
    for (const path of ['/customers', '/customers/count']) {
      const { status } = await on.as.get(`${path}?q=${encodeURIComponent(q)}`)
      expect([q, path, status]).toEqual([q, path, 200])
    }
  }
  expect((await on.as.get('/customers?q=a%00b')).status).toBe(400)
  expect((await on.as.get('/customers/count?q=%00')).status).toBe(400)
  expect((await on.as.get(`/customers?q=${'x'.repeat(201)}`)).status).toBe(400)
  expect(await found(on, '!!!')).toEqual(['!!!'])
})
