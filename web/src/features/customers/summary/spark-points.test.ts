import { expect, test } from 'vitest'
import { pointsOf } from './spark-points.ts'

test('the line goes from edge to edge, the most at the top and nothing at the bottom', () => {
  expect(pointsOf([0, 50, 100], 96, 28)).toBe('0.0,26.0 48.0,14.0 96.0,2.0')
  expect(pointsOf([-10, 10], 96, 28)).toBe('0.0,26.0 96.0,2.0')
})

test('one value has no shape, and nothing but zeros has none either', () => {
  expect(pointsOf([7], 96, 28)).toBeNull()
  expect(pointsOf([0, 0, 0], 96, 28)).toBeNull()
})
