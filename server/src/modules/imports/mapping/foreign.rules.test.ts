// Files that nobody recognised beforehand: exports of many programs, other languages, sheets by hand. What a column
// says must be found by its words and values; taken for something else is worse than unread.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pathsOf } from './reading.kit.ts'

type Column = { readonly header: string; readonly paths: string; readonly values: readonly string[] }

const folder = new URL('./foreign/', import.meta.url)

/** `## name`, then a line for each column: its header, the paths that are right (`-`: unread; `?`: or unread), three values. */
function sheetsIn(text: string): [string, Column[]][] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.trim().split('\n')
      return [name, lines.map(columnOf)]
    })
}

function columnOf(line: string): Column {
  const [header = '', paths = '', ...values] = line.split('|').map((cell) => cell.trim())
  return { header, paths, values }
}

const sheets = readdirSync(folder).flatMap((file) => sheetsIn(readFileSync(new URL(file, folder), 'utf8')))

const UNREAD = '-'

test.each(sheets)('%s', async (_, columns) => {
  const rows = [0, 1, 2].map((row) => columns.map(({ values }) => values[row] ?? ''))
  const found = await pathsOf(
    columns.map(({ header }) => header),
    ...rows,
  )
  const told = columns.map(({ header, paths }) => {
    const path = found[header] ?? UNREAD
    const right = paths.split(',').map((one) => one.replace('?', ''))
    const isRight = right.includes(path) || (path === UNREAD && paths.includes('?'))
    return {
      line: `${header}: ${path}, not ${paths}`,
      missed: !isRight && path === UNREAD,
      wrong: !isRight && path !== UNREAD,
    }
  })
  const missed = told.filter((one) => one.missed).map(({ line }) => line)

  expect(told.filter(({ wrong }) => wrong).map(({ line }) => line)).toEqual([])
  expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(columns.length / 10)
})
