// Exports of other programs, as they name their columns. At least nine of ten common columns must find their fields.
import { expect, test } from 'vitest'
import { programs } from './other-programs.kit.ts'
import { pathsOf } from './reading.kit.ts'

type Column = { readonly header: string; readonly path: string; readonly value: string }

const columnsOf = (text: string): Column[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [header = '', path = '', value = ''] = line.split(' = ').map((part) => part.trim())
      return { header, path, value }
    })

/** `a|b`: either will do; a question mark: or unread. */
function isRight(found: string | undefined, path: string): boolean {
  if (path.endsWith('?')) return found === undefined || found === path.slice(0, -1)
  return path === '-' ? found === undefined : path.split('|').includes(found ?? '')
}

const NINE_OF_TEN = 0.9

test.each(Object.entries(programs))('%s', async (_, text) => {
  const columns = columnsOf(text)
  const found = await pathsOf(
    columns.map(({ header }) => header),
    columns.map(({ value }) => value),
  )
  const wrong = columns
    .filter(({ header, path }) => !isRight(found[header], path))
    .map(({ header, path }) => `${header}: ${found[header] ?? 'unread'}, not ${path}`)

  expect(wrong.length, wrong.join('; ')).toBeLessThanOrEqual(columns.length * (1 - NINE_OF_TEN))
  // Nothing is read as an identity that is none: that would merge people.
  expect(wrong.filter((line) => /: (?:externalId|number),/.test(line))).toEqual([])
})
