import { expect, test } from 'vitest'
import { labelStep, scaleOf } from './bars.ts'

test.each([
  [[0, 0], [0]],
  [[3], [0, 1, 2, 3]],
  [
    [900, 4000],
    [0, 1000, 2000, 3000, 4000],
  ],
  [
    [-500, 1000],
    [-500, 0, 500, 1000],
  ],
  [
    [-20, -90],
    [-100, -75, -50, -25, 0],
  ],
])('of %j the ticks are %j', (values, ticks) => {
  expect(scaleOf(values).ticks.map((tick) => tick + 0)).toEqual(ticks)
})

test('every value is on the scale, and zero too', () => {
  for (const values of [[1], [7, 13], [-3, 999], [123_456_789]]) {
    const { at } = scaleOf(values)
    for (const value of [0, ...values]) {
      expect(at(value)).toBeGreaterThanOrEqual(0)
      expect(at(value)).toBeLessThanOrEqual(100)
    }
  }
})

test('labels are thinned to the room there is', () => {
  expect([labelStep(7, 13), labelStep(13, 13), labelStep(14, 13), labelStep(120, 13)]).toEqual([1, 1, 2, 10])
})
