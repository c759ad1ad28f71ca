import { expect, test } from 'vitest'
import { readScore, scaleOf } from './score.rules.ts'

test.each([
  ['5', 5],
  [' 4.5 ', 4.5],
  ['4,5', 4.5],
  ['4/5', 4],
  ['8 / 10', 4],
  ['0/10', 1],
  ['4.0 out of 5', 4],
  ['90 %', 4.5],
  ['0%', 1],
  ['★★★★☆', 4],
  ['⭐️⭐️', 2],
  ['3 stars', 3],
  ['1 star', 1],
  ['4 estrellas', 4],
  ['FIVE', 5],
  ['FOUR_STAR', 4],
  ['0', null],
  ['6', null],
  ['11/10', null],
  ['4/0', null],
  ['★★★★★★', null],
  ['good', null],
  ['-3', null],
])('%j is %j', (text, score) => {
  expect(readScore(text)).toBe(score)
})

test.each([
  [['5', '4', '3'], 5],
  [['10', '5', '9', '4'], 10],
  [['80', '95', '7'], 100],
  [['8/10', '4/5'], 5],
  [[...Array(20).fill('4'), '55'], 5],
  [[...Array(20).fill('8'), '55'], 10],
])('the bare numbers of %j go up to %j', (sample, scale) => {
  expect(scaleOf(sample)).toBe(scale)
})

test.each([
  ['10', 5],
  ['5', 2.5],
  ['0', 1],
  ['11', null],
  ['4/5', 4],
  ['90%', 4.5],
])('on a scale of ten %j is %j', (text, score) => {
  expect(readScore(text, 10)).toBe(score)
})
