import { expect, test } from 'vitest'
import { formatPhone, onPhoneRules, phoneRulesLoaded } from './phone.ts'

test('numbers stand as stored until the rules are there, then as the country writes them', async () => {
  expect(formatPhone('+12125550123', 'US')).toBe('+12125550123')

  await new Promise<void>((resolve) => onPhoneRules(resolve))

  expect(phoneRulesLoaded()).toBe(true)
  expect(formatPhone('+12125550123', 'US')).toBe('(212) 555-0123')
  expect(formatPhone('+12125550123', 'GB')).toBe('+1 212 555 0123')
  expect(formatPhone('12-34-x', 'US')).toBe('12-34-x')
})
