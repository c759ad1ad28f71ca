import { expect, test } from 'vitest'
import { shapeOf } from './columns.ts'
import { boxWidth, columnWidths, fittingTags, moreWidth } from './table-layout.ts'

test('where there is no room columns keep their least width', () => {
  expect(columnWidths(['name', 'type', 'email'], 200)).toEqual([
    shapeOf('name').width,
    shapeOf('type').width,
    shapeOf('email').width,
  ])
})

test('columns that grow share what is left over', () => {
  const widths = columnWidths(['name', 'type', 'email', 'stores'], 1600)

  expect(widths[1]).toBe(shapeOf('type').width)
  expect(widths.reduce((sum, width) => sum + width, boxWidth + moreWidth)).toBe(1600)
})

const tags = (...names: string[]) => names.map((name) => ({ name }))

test('as many tags stand side by side as fit, and always one', () => {
  expect(fittingTags(tags('VIP', 'Regular', 'Supplier'), 160)).toBe(2)
  expect(fittingTags(tags('VIP', 'Regular'), 180)).toBe(2)
  expect(fittingTags(tags('A very long tag that nobody needed', 'VIP'), 120)).toBe(1)
  expect(fittingTags([], 120)).toBe(0)
})
