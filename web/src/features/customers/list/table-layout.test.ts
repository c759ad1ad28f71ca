import { expect, test } from 'vitest'
import { defaults, shapeOf, tableColumns } from './columns.ts'
import { boxWidth, fittingTags, type Layout, layOut, moreWidth } from './table-layout.ts'

test('where there is no room columns keep their least width', () => {
  expect(layOut(['name', 'type', 'email'], 200).widths).toEqual([
    shapeOf('name').width,
    shapeOf('type').width,
    shapeOf('email').width,
  ])
})

test('columns that grow share what is left over', () => {
  const layout = layOut(['name', 'type', 'email', 'stores'], 1600)

  expect(layout.widths[1]).toBe(shapeOf('type').width)
  expect(total(layout)).toBe(1600)
})

test('a width that somebody chose holds, and the others share the rest', () => {
  const layout = layOut(['name', 'type', 'email'], 1600, { email: 500 })

  expect(layout.widths[2]).toBe(500)
  expect(layout.widths[0]).toBeGreaterThan(shapeOf('name').width)
  expect(total(layout)).toBe(1600)
})

test('where every width was chosen the table still reaches the edge', () => {
  const layout = layOut(['name', 'type'], 1000, { name: 200, type: 100 })

  expect(layout.widths).toEqual([200, 100])
  expect(layout.moreWidth).toBe(1000 - 300 - boxWidth)
  expect(layOut(['name', 'type'], 100, { name: 200, type: 100 }).moreWidth).toBe(moreWidth)
})

// 1440 pixels without the navigation; beside the name stand its photo and, where rows open, what opens them. Its letters
// are 7 pixels wide.
test.each([
  ['all', 50],
  ['business', 74],
  ['personal', 50],
] as const)(
  'on a usual screen a name of 25 letters stands whole, a number from abroad, most of an email, and nothing scrolls sideways: %s',
  (tab, beside) => {
    const layout = layOut(tableColumns(defaults(tab)), 1216, {}, tab === 'business')

    expect((layout.widths[0] ?? 0) - beside).toBeGreaterThanOrEqual(25 * 7)
    expect(total(layout)).toBe(1216)
    expect(layout.widths[tableColumns(defaults(tab)).indexOf('email')]).toBeGreaterThanOrEqual(165)
    // +34 600 11 12 13
    expect(layout.widths[tableColumns(defaults(tab)).indexOf('phone')]).toBeGreaterThanOrEqual(150)
  },
)

const total = ({ widths, moreWidth }: Layout) =>
  widths.reduce((sum, width) => sum + width, boxWidth + moreWidth)

const tags = (...names: string[]) => names.map((name) => ({ name }))

test('as many tags stand side by side as fit, and always one', () => {
  expect(fittingTags(tags('VIP', 'Regular', 'Supplier'), 160)).toBe(2)
  expect(fittingTags(tags('VIP', 'Regular'), 180)).toBe(2)
  expect(fittingTags(tags('A very long tag that nobody needed', 'VIP'), 120)).toBe(1)
  expect(fittingTags([], 120)).toBe(0)
})
