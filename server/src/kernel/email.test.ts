import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEmail, plusless } from './email.ts'
import { parseReachable } from './reachable.ts'

test.each([
  ['  Ann.Lee@Example.COM\n', 'ann.lee@example.com'],
  ['\ufeffann@example.com\u200b', 'ann@example.com'],
  ['mailto:ann@example.com?subject=Hello', 'ann@example.com'],
  ['Ann Lee <ann@example.com>', 'ann@example.com'],
  ['"Lee, Ann" <MAILTO:ann@example.com>', 'ann@example.com'],
  ["o'brien+tag@example.co.uk", "o'brien+tag@example.co.uk"],
  ['!#$%&`*+/=?^`{|}~@iana.org', '!#$%&`*+/=?^`{|}~@iana.org'],
  ['Müller@Bücher.example', 'müller@bücher.example'],
  ['田中@例え.テスト', '田中@例え.テスト'],
  ['test@io', 'test@io'],
  ['test@123.com', 'test@123.com'],
  ['test@c--n.com', 'test@c--n.com'],
  ['test@xn--hxajbheg2az3al.xn--jxalpdlp', 'test@xn--hxajbheg2az3al.xn--jxalpdlp'],
  ['"test test"@iana.org', '"test test"@iana.org'],
  ['"\\""@iana.org', '"\\""@iana.org'],
  ['test@[255.255.255.255]', 'test@[255.255.255.255]'],
  ['test@[IPv6:1111:2222:3333:4444:5555::8888]', 'test@[ipv6:1111:2222:3333:4444:5555::8888]'],
  [`${'a'.repeat(64)}@iana.org`, `${'a'.repeat(64)}@iana.org`],
])('%j is the address %j', (input, email) => {
  expect(parseEmail(input)).toEqual({ ok: true, email })
})

test.each([
  '',
  'test',
  '@',
  'test@',
  '@iana.org',
  'a@b',
  '.test@iana.org',
  'test.@iana.org',
  'test..test@iana.org',
  'test\\@test@iana.org',
  'a b@iana.org',
  'test@-iana.org',
  'test@iana-.com',
  'test@.iana.org',
  'test@iana.org.',
  'test@iana..com',
  'test@iana.123',
  'test@255.255.255.255',
  '"""@iana.org',
  '"test@iana.org',
  '"a"b@iana.org',
  'test@a[255.255.255.255]',
  'test@[255.255.255]',
  'test@[IPv6:1::2:]',
  '(comment)test@iana.org',
  'test@ iana .com',
  'a@b@iana.org',
  'a,b@iana.org',
  'ann@example.com, bob@example.com',
  'te\u0000st@iana.org',
  `${'a'.repeat(65)}@iana.org`,
  `a@${'b'.repeat(64)}.com`,
  '<ann@example.com',
  'test@iana/icann.org',
  'x@\ud800.com',
])('%j is no address', (input) => {
  expect(parseEmail(input)).toEqual({ ok: false, code: 'email.invalid' })
})

test('254 bytes are the limit', () => {
  const address = (length: number) => `a@${'b.'.repeat((length - 4) / 2)}bb`

  expect(parseEmail(address(254))).toMatchObject({ ok: true })
  expect(parseEmail(address(256))).toEqual({ ok: false, code: 'email.too_long' })
})

test('what was stored parses to itself', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const first = parseEmail(address)
      expect(first.ok && parseEmail(first.email)).toEqual(first)
    }),
  )
})

test('likely the same mailbox: tags aside, and dots where they do not count', () => {
  expect(plusless('ann+shop@example.com')).toBe('ann@example.com')
  expect(plusless('a.n.n+x@googlemail.com')).toBe('ann@gmail.com')
  expect(plusless('a.nn@example.com')).toBe('a.nn@example.com')
  expect(plusless('+@example.com')).toBe('+@example.com')
  expect(plusless('"a+b"@example.com')).toBe('"a+b"@example.com')
})

test('an address to write to has a dot in its domain, or is one of numbers', () => {
  for (const email of ['ann@example.com', 'ann@[1.2.3.4]', 'ann@[ipv6:1111::8888]'])
    expect(parseReachable(email)).toEqual({ ok: true, email })
  for (const email of ['nora@example', 'ernst@handel', 'user@localhost', 'a.b@handel'])
    expect(parseReachable(email)).toMatchObject({ ok: false, code: 'email.no_dot' })
  expect(parseReachable('nora')).toMatchObject({ code: 'email.invalid' })
})
