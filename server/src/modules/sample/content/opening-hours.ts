// When the made-up business is open, in its own zone: what happens there happens at lunch or at dinner, at any minute.
import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../../kernel/random.ts'

const OPENS = 11 * 60 + 30
/** Lunch and dinner, in minutes after midnight; the second one oftener. */
const rushes = [
  [OPENS, 14 * 60 + 30],
  [17 * 60 + 30, 21 * 60 + 40],
  [17 * 60 + 30, 21 * 60 + 40],
] as const

export type Clock = Readonly<{ now: Date; timeZone: string; random: Random }>

/** So many days ago, never later than now: before it opens today, what would be today's was yesterday's. */
export function momentAgo({ now, timeZone, random }: Clock, days: number): string {
  const [from, until] = random.pick(rushes)
  const minute = random.between(from, until)
  const share = random.next()
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const at = atMinute(here.subtract({ days }), minute)
  if (at.epochMilliseconds <= now.getTime()) return textOf(at)
  const opened = atMinute(here, OPENS)
  const open = now.getTime() - opened.epochMilliseconds
  if (open < 3_600_000) return textOf(at.subtract({ days: 1 }))
  return textOf(opened.add({ minutes: Math.floor((share * open) / 60_000) }))
}

/** On a quarter of an hour around noon, so many days on: when something is wanted. */
export function noonAhead({ now, timeZone, random }: Clock, days: number): string {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return textOf(atMinute(here.add({ days }), 11 * 60 + 15 * random.between(0, 6)))
}

/** By the clock on the wall, also on the days when it is put on or back. */
const atMinute = (day: Temporal.ZonedDateTime, minute: number) =>
  day.startOfDay().with({ hour: Math.floor(minute / 60), minute: minute % 60 })

const textOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds).toISOString()
