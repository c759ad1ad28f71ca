// Beginnings of ranges that people ask for, as days of the merchant. Pure.
import { daysAfter } from './calendar.ts'

export type DayPreset = Readonly<{ id: 'today' | 'days' | 'thisYear'; days: number; from: string }>

/** The last 7 days are today and the six before. */
export const dayPresets = (day: string): readonly DayPreset[] => [
  { id: 'today', days: 1, from: day },
  { id: 'days', days: 7, from: daysAfter(day, -6) },
  { id: 'days', days: 30, from: daysAfter(day, -29) },
  { id: 'thisYear', days: 0, from: `${day.slice(0, 4)}-01-01` },
]
