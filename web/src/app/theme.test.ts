import { DEFAULT_THEME } from '@mantine/core'
import { expect, test } from 'vitest'
import { contrast } from '../kernel/contrast.ts'
import { cssVariables, theme } from './theme.ts'

const inDark = (name: `--app-${string}`) => cssVariables({ ...DEFAULT_THEME, other: {} }).dark[name] ?? ''
const color = (name: string, shade: number) => theme.colors?.[name]?.[shade] ?? ''

const pairs: readonly [string, string, string][] = [
  ['dimmed text on white', color('gray', 6), '#ffffff'],
  ['dimmed text on a hovered row', color('gray', 6), color('gray', 1)],
  ['dimmed text on a selected row', color('gray', 6), color('accent', 0)],
  ['an error on white', color('red', 8), '#ffffff'],
  ['an error on the canvas', color('red', 8), color('gray', 0)],
  ['white on the accent', '#ffffff', color('accent', 8)],
  ['white on the accent under the mouse', '#ffffff', color('accent', 9)],
  ['white on red', '#ffffff', color('red', 8)],
  ['white on green', '#ffffff', color('teal', 8)],
  ['white on amber', '#ffffff', color('orange', 8)],
  ['an anchor on the canvas', color('accent', 8), color('gray', 0)],
  ['a subtle grey button under the mouse', color('gray', 9), color('gray', 2)],
  ['a light red button under the mouse', color('red', 9), color('red', 2)],
  ['a light accent button under the mouse', color('accent', 9), color('accent', 2)],
  ['dark: dimmed text on the page', color('dark', 2), color('dark', 7)],
  ['dark: dimmed text in an input', color('dark', 2), color('dark', 6)],
  ['dark: dimmed text on a raised surface', color('dark', 2), color('dark', 5)],
  ['dark: an error in an input', color('red', 4), color('dark', 6)],
  ['dark: an anchor on a hovered row', color('accent', 4), color('dark', 6)],
]

test.each(pairs)('%s is readable', (_what, text, background) => {
  expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5)
})

test.each([
  ['light: an edge on white', color('gray', 5), '#ffffff'],
  ['light: an edge on a hovered row', color('gray', 5), color('gray', 1)],
  ['light: what has the focus', color('accent', 8), color('gray', 1)],
  ['dark: an edge on the page', inDark('--app-input-border'), color('dark', 7)],
  ['dark: an edge around an input', inDark('--app-input-border'), color('dark', 6)],
  ['dark: what has the focus', color('accent', 4), color('dark', 6)],
  ['dark: what has the focus beside what has not', color('accent', 4), '#40444c'],
])('%s can be seen', (_what, edge, background) => {
  expect(contrast(edge, background)).toBeGreaterThanOrEqual(3)
})
