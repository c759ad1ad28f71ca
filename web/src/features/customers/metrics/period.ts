// The period of the figures, as it stands in the address: a word, or two days. Pure.
import { today as dayOf, daysAfter, isDay, monthsBefore } from '../../../kernel/calendar.ts'

export const presets = ['thisMonth', 'lastMonth', '3m', '6m', '12m', 'thisYear', 'all'] as const
export type Preset = (typeof presets)[number]
export type Period = Readonly<{ from: string; to: string }>

/** Without any of them it is the last twelve months. `receipt` is the order whose receipt is open. */
export type MetricsSearch = Readonly<{
  period?: Preset | undefined
  from?: string | undefined
  to?: string | undefined
  receipt?: string | undefined
}>

export const usual: Preset = '12m'

export function parseMetricsSearch({ period, from, to, receipt }: Record<string, unknown>): MetricsSearch {
  const preset = presets.find((one) => one === period)
  const days = typeof from === 'string' && typeof to === 'string' && faultOf({ from, to }) === null
  return {
    period: preset === usual ? undefined : preset,
    from: days && preset === undefined ? from : undefined,
    to: days && preset === undefined ? to : undefined,
    receipt: typeof receipt === 'string' && /^[0-9a-f-]{36}$/.test(receipt) ? receipt : undefined,
  }
}

/** Days that an order can be of; the server says the same. */
export const [firstDay, lastDay] = ['1900-01-01', '2200-12-31']

type Fault = Readonly<{ field: 'from' | 'to'; code: 'missing' | 'impossible' | 'reversed' }>

export function faultOf({ from, to }: Period): Fault | null {
  for (const [field, day] of [['from', from] as const, ['to', to] as const]) {
    if (day === '') return { field, code: 'missing' }
    if (!isDay(day) || day < firstDay || day > lastDay) return { field, code: 'impossible' }
  }
  return from > to ? { field: 'to', code: 'reversed' } : null
}

/** An order is of the day that it was where its store is; of several zones the earliest. */
export function earliestDay(instant: string | null, zones: readonly string[]): string | null {
  if (instant === null) return null
  const [first = null] = [...new Set(zones)].map((zone) => dayOf(zone, new Date(instant))).sort()
  return first
}

/** `firstOrder`: the day of it, null when there was none. */
export function periodOf(search: MetricsSearch, today: string, firstOrder: string | null): Period {
  const { period = usual, from, to } = search
  if (from !== undefined && to !== undefined) return { from, to }
  const monthBegins = `${today.slice(0, 7)}-01`
  switch (period) {
    case 'thisMonth':
      return { from: monthBegins, to: today }
    case 'lastMonth':
      return { from: monthsBefore(monthBegins, 1), to: daysAfter(monthBegins, -1) }
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case 'all': {
      const begin = firstOrder ?? monthsBefore(today, 12)
      return { from: begin < today ? begin : today, to: today }
    }
    default:
      return { from: monthsBefore(today, Number.parseInt(period, 10)), to: today }
  }
}
