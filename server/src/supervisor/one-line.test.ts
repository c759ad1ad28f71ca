import { expect, test } from 'vitest'
import { databaseLine } from './one-line.ts'

const failure = (message: string, code: string) => Object.assign(new Error(message), { code })
const BEHIND =
  'the database at db:6432/shop is behind a pooler: set DATABASE_POOL=transaction, and DATABASE_DIRECT_URL to PostgreSQL itself'
const REFUSED = 'the database at db:6432/shop refuses this password: check DATABASE_URL'

test.each([
  ['unsupported startup parameter: options', '08P01', BEHIND],
  ['unsupported startup parameter in options: role', '08P01', BEHIND],
  ['prepared statement "x" already exists', '42P05', BEHIND],
  ['prepared statement "x" does not exist', '26000', BEHIND],
  ['SASL authentication failed', '08P01', REFUSED],
  ['password authentication failed for user "shop"', '28P01', REFUSED],
  [
    'server login has been failing, try again later',
    '08P01',
    'server login has been failing, try again later',
  ],
])('what a pooler says, told as what to do: %s', (message, code, line) => {
  expect(databaseLine(failure(message, code), 'db:6432/shop')).toBe(line)
})
