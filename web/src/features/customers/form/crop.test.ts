import { expect, test } from 'vitest'
import { mostZoom, moved, outputSide, placeOf, wholeOf, zoomed, zoomOf } from './crop.ts'

const landscape = { width: 3000, height: 2000 }

test('it begins with the largest square in the middle', () => {
  expect(wholeOf(landscape)).toEqual({ x: 1500, y: 1000, side: 2000 })
})

test('the square never leaves the picture', () => {
  const whole = wholeOf(landscape)

  expect(moved(landscape, whole, -9999, -9999)).toEqual({ x: 1000, y: 1000, side: 2000 })
  expect(moved(landscape, whole, 9999, 50)).toEqual({ x: 2000, y: 1000, side: 2000 })
  expect(moved(landscape, whole, 100, 0)).toEqual({ x: 1600, y: 1000, side: 2000 })
})

test('zooming keeps the middle, and out of a corner comes back into the picture', () => {
  const near = zoomed(landscape, wholeOf(landscape), 4)
  const corner = moved(landscape, near, 9999, 9999)

  expect(near).toEqual({ x: 1500, y: 1000, side: 500 })
  expect(corner).toEqual({ x: 2750, y: 1750, side: 500 })
  expect(zoomed(landscape, corner, 1)).toEqual({ x: 2000, y: 1000, side: 2000 })
  expect(zoomOf(landscape, near)).toBe(4)
})

test('nobody comes so near that nothing is to be seen, nor at all in a tiny picture', () => {
  expect(zoomed(landscape, wholeOf(landscape), 100).side).toBe(250)
  expect(mostZoom({ width: 192, height: 500 })).toBe(2)
  expect(mostZoom({ width: 40, height: 40 })).toBe(1)
})

test('in its frame the square is seen and nothing else', () => {
  expect(placeOf({ x: 1500, y: 1000, side: 2000 }, 200)).toEqual({ scale: 0.1, left: -50, top: -0 })
  expect(placeOf({ x: 1500, y: 1000, side: 500 }, 200)).toEqual({ scale: 0.4, left: -500, top: -300 })
})

test('large pictures are made smaller and small ones are left as they are', () => {
  expect(outputSide({ x: 0, y: 0, side: 2000 })).toBe(1024)
  expect(outputSide({ x: 0, y: 0, side: 300.4 })).toBe(300)
})
