// Beginnings of ranges that people ask for, as days of the merchant. Pure.
import { daysAfter } from './calendar.ts'

export type DayPreset = Readonly<{ id: 'today' | 'days' | 'thisYear'; days: number; from: string }>
export type ComingPreset = Readonly<{
  id: 'today' | 'tomorrow' | 'nextDays'
  days: number
  from: string
  to: string
}>

/** The last 7 days are today and the six before. */
export const dayPresets = (day: string): readonly DayPreset[] => [
  { id: 'today', days: 1, from: day },
  { id: 'days', days: 7, from: daysAfter(day, -6) },
  { id: 'days', days: 30, from: daysAfter(day, -29) },
  { id: 'thisYear', days: 0, from: `${day.slice(0, 4)}-01-01` },
]

/** Of what lies ahead; the next 7 days are today and the six after. */
export const comingPresets = (day: string): readonly ComingPreset[] => [
  { id: 'today', days: 1, from: day, to: day },
  { id: 'tomorrow', days: 1, from: daysAfter(day, 1), to: daysAfter(day, 1) },
  { id: 'nextDays', days: 7, from: day, to: daysAfter(day, 6) },
]
