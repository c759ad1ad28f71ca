import { expect, test } from 'vitest'
import { isScaled, listTop, mostPixels, scaleOf, trackTop } from './scroll-scale.ts'

const view = 700
const million = scaleOf(44 * 1_000_000, view)

test('a list that a browser can draw scrolls as it is', () => {
  const scale = scaleOf(44 * 100_000, view)

  expect(isScaled(scale)).toBe(false)
  expect(listTop(scale, 123_456)).toBe(123_456)
  expect(trackTop(scale, 4_399_300)).toBe(4_399_300)
})

test('a million rows fit on a track that every browser draws, from the first to the last', () => {
  expect(isScaled(million)).toBe(true)
  expect(million.track).toBe(mostPixels - view)
  expect(listTop(million, 0)).toBe(0)
  expect(listTop(million, million.track)).toBe(million.list)
  expect(trackTop(million, million.list)).toBe(million.track)
})

test('half of the track is half of the list', () => {
  expect(listTop(million, million.track / 2) / million.list).toBeCloseTo(0.5, 6)
})

test('near the ends a pixel is a pixel, so that the last rows come one by one', () => {
  expect(listTop(million, 1000)).toBe(1000)
  expect(listTop(million, million.track - 1000)).toBe(million.list - 1000)
})

test('there and back is the same place, within what one pixel of the track stands for', () => {
  for (let top = 0; top <= million.list; top += 999_331) {
    expect(Math.abs(listTop(million, trackTop(million, top)) - top)).toBeLessThan(8)
  }
})
