import { expect, test } from 'vitest'
import { shareOf } from './use-reviews-text.ts'

test.each([
  [0, 3, 0],
  [2, 3, 0.67],
  [11, 12, 0.92],
  [3, 3, 1],
  // Almost all are not all, and almost none not none.
  [999, 1000, 0.99],
  [1, 1000, 0.01],
])('%d of %d are %d', (positive, count, share) => {
  expect(shareOf(positive, count)).toBe(share)
})
