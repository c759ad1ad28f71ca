import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPhone, isFixedLine, parsePhone, phoneQueryForms } from './phone.ts'

test.each([
  ['(202) 555-0123', 'US', '+12025550123', 'US'],
  ['020 7946 0958', 'GB', '+442079460958', 'GB'],
  ['+44 (0)20 7946 0958', 'US', '+442079460958', 'GB'],
  ['0044 20 7946 0958', 'US', '+442079460958', 'GB'],
  ['011 44 20 7946 0958', 'US', '+442079460958', 'GB'],
  ["'0412 345 678", 'AU', '+61412345678', 'AU'],
  ['412345678', 'AU', '+61412345678', 'AU'],
  ['61412345678', 'AU', '+61412345678', 'AU'],
  ['\u202a+1 202\u00a0555\u20110123\u202c', null, '+12025550123', 'US'],
  ['＋１（２０２）５５５－０１２３', null, '+12025550123', 'US'],
  ['٠٥٠ ١٢٣ ٤٥٦٧', 'AE', '+971501234567', 'AE'],
  ['☎ (202) 555-0123', 'US', '+12025550123', 'US'],
  ['tel:+1-202-555-0123', null, '+12025550123', 'US'],
  ['011 15-2345-6789', 'AR', '+5491123456789', 'AR'],
])('%j in %s is %s', (input, country, number, of) => {
  expect(parsePhone(input, country)).toMatchObject({
    ok: true,
    valid: true,
    number,
    country: of,
    extension: null,
  })
})

test('the digits of a valid number are kept as dialled abroad and at home', () => {
  expect(parsePhone('020 7946 0958', 'GB')).toMatchObject({
    digits: '442079460958',
    nationalDigits: '02079460958',
  })
})

test.each(['ext. 12', 'x12', '#12', ' EXT 12', ', extension 12', ';ext=12', ' доб. 12', ' int. 12'])(
  'an extension written %j is read apart',
  (extension) => {
    expect(parsePhone(`(202) 555-0123${extension}`, 'US')).toMatchObject({
      number: '+12025550123',
      extension: '12',
    })
  },
)

test.each([
  ['555-0123', 'US', '5550123'],
  ['(555) 123-4567', 'US', '5551234567'],
  ['+1 555 123 4567', 'US', '15551234567'],
  ['12345', null, '12345'],
  [' 020 7946  0958 ', null, '02079460958'],
  ['123456789012345', 'US', '123456789012345'],
  ['00999123456789012', 'US', '00999123456789012'],
  ['+12025550123;5', 'US', '120255501235'],
])('%j in %s is no number by the rules and is kept as typed', (input, country, digits) => {
  const typed = input.trim().replace(/\s+/g, ' ')
  expect(parsePhone(input, country)).toEqual({
    ok: true,
    number: typed,
    digits,
    nationalDigits: null,
    valid: false,
    country: null,
    extension: null,
  })
})

test.each([
  ['call me', 'phone.letters'],
  ['1-800-FLOWERS', 'phone.letters'],
  ['6.14E+10', 'phone.letters'],
  ['ext. 12', 'phone.letters'],
  ['1234', 'phone.too_short'],
  ['001234', 'phone.too_short'],
  ['1234 x12345', 'phone.too_short'],
  ['1234567890123456', 'phone.too_long'],
  ['202-555-0123 / 202-555-0124', 'phone.too_long'],
  [`5${'-'.repeat(200)}`, 'phone.too_long'],
  ['', 'phone.unreadable'],
  ['---', 'phone.unreadable'],
])('%j is refused as %s', (input, code) => {
  expect(parsePhone(input, 'US')).toEqual({ ok: false, code })
})

test('an unknown country does not matter to an international number', () => {
  expect(parsePhone('+12025550123', 'ZZ')).toMatchObject({ valid: true, number: '+12025550123' })
  expect(parsePhone('2025550123', 'ZZ')).toMatchObject({ valid: false, number: '2025550123' })
})

test('what was stored parses to itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('US', 'GB', 'DE', null), (input, country) => {
      const first = parsePhone(input, country)
      if (!first.ok || first.extension !== null) return
      expect(parsePhone(first.number, country)).toEqual(first)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+ -()'), maxLength: 18 }), (input) => {
      const first = parsePhone(input, 'GB')
      if (first.ok) expect(parsePhone(first.number, 'GB')).toEqual(first)
    }),
  )
})

test.each([
  ['+442079460958', true],
  ['+447400123456', false],
  ['+12025550143', false],
  ['030 1234567', false],
])('%s is certainly a fixed line: %s', (number, expected) => {
  expect(isFixedLine(number)).toBe(expected)
})

test('a number is shown nationally at home and internationally elsewhere', () => {
  expect(formatPhone('+442079460958', 'GB')).toBe('020 7946 0958')
  expect(formatPhone('+442079460958', 'US')).toBe('+44 20 7946 0958')
  expect(formatPhone('+14165550123', 'US')).toBe('(416) 555-0123')
  expect(formatPhone('+12025550123', null)).toBe('+1 202 555 0123')
  expect(formatPhone('555-0123', 'US')).toBe('555-0123')
})

test('what staff type leads to the stored digits in each way of dialling', () => {
  const gb = (typed: string) => phoneQueryForms(typed, 'GB')

  expect(gb('020 79')).toEqual(['02079', '4402079', '442079'])
  expect(gb('+44 20 79')).toEqual(['442079'])
  expect(gb('0044 2079')).toContain('442079')
  expect(phoneQueryForms('011 44 2079', 'US')).toContain('442079')
  expect(phoneQueryForms('(202) 555', 'US')).toEqual(['202555', '1202555'])
  expect(phoneQueryForms('1 202', 'US')).toContain('1202')
  expect(phoneQueryForms('06 6982', 'IT')).toContain('39066982')
  expect(phoneQueryForms('011 15 2345 6789', 'AR')).toContain('5491123456789')
  expect(phoneQueryForms('2025', null)).toEqual(['2025'])
  expect(phoneQueryForms('abc', 'US')).toEqual([])
})
