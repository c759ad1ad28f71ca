import { expect, test } from 'vitest'
import { readScore } from './score.rules.ts'

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
