import { expect, test } from 'vitest'
import { readRecurrence } from './recurrence.ts'

test.each([
  ['FREQ=WEEKLY', { unit: 'week', interval: 1, days: [] }],
  ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO;WKST=MO', { unit: 'week', interval: 2, days: [1, 4] }],
  ['freq=monthly;interval=3', { unit: 'month', interval: 3, days: [] }],
])('%s is read', (rule, read) => {
  expect(readRecurrence(rule)).toEqual(read)
})

test.each([
  '',
  'weekly',
  'FREQ=HOURLY',
  'FREQ=WEEKLY;COUNT=3',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYDAY=MO',
  'FREQ=DAILY;INTERVAL=0',
])('%s is left as it is', (rule) => {
  expect(readRecurrence(rule)).toBeNull()
})
