import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { colorNames, palette, shadesOf, stableColor } from './palette.ts'

test.each(colorNames)('the text of a %s tag is readable in both schemes', (name) => {
  const { light, dark } = palette[name]

  expect(contrast(light.text, light.background)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(dark.text, dark.background)).toBeGreaterThanOrEqual(4.5)
})

test('an unknown colour name is shown as grey', () => {
  expect(shadesOf('mauve')).toBe(palette.gray)
  expect(shadesOf(null)).toBe(palette.gray)
})

test('a colour given by its number is shown as the nearest of ours', () => {
  expect(shadesOf('#ff0000')).toBe(palette.red)
  expect(shadesOf('#1E90FF')).toBe(palette.blue)
  expect(shadesOf('#777777')).toBe(palette.gray)
})

test('a name keeps its colour and different names spread over the palette', () => {
  const colors = new Set(['Ann', 'Bob', 'Carla', 'Dmitri', 'Eve', 'Farid', 'Greta', 'Hana'].map(stableColor))

  expect(stableColor('Ann Bell')).toBe(stableColor('Ann Bell'))
  expect(colors.size).toBeGreaterThan(3)
  expect(colors).not.toContain('gray')
})
