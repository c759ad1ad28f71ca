// What the list is asked for, read and checked: the same for the list, its count and bulk actions.
import { Temporal } from 'temporal-polyfill'
import { isDay, parseBirthday } from '../../../kernel/dates.ts'
import { badRequest } from '../../../kernel/problem.ts'
import { todayIn } from '../../../kernel/today.ts'

export type Filter = {
  readonly q: string | null
  readonly type: 'personal' | 'business' | null
  readonly tags: readonly string[]
  readonly tagsAll: readonly string[]
  readonly stores: readonly string[]
  readonly status: 'active' | 'inactive' | 'all'
  /** Any of these states, as they are on this day, today where the merchant is. */
  readonly activity: readonly Activity[]
  readonly today: string
  readonly organization: string | null
  readonly affiliated: 'yes' | 'no' | null
  readonly import: { readonly id: string; readonly outcome: ImportOutcome | null } | null
  readonly created: Moments
  readonly lastOrder: Moments
  readonly since: { readonly from: string | null; readonly to: string | null }
  readonly birthday: Season | null
  readonly anniversary: Season | null
  readonly attributes: readonly AttributeFilter[]
}

export const activities = ['new', 'active', 'atRisk', 'lost', 'none'] as const
export type Activity = (typeof activities)[number]

/** What an import made of somebody: whom it created it has not updated, whatever else it did to them. */
export const importOutcomes = ['created', 'updated'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

/** Instants; `before` is not included. */
export type Moments = { readonly from: string | null; readonly before: string | null }

/** Days of any year as month * 100 + day; `from` after `to` goes over the new year. */
export type Season = { readonly from: number; readonly to: number }
export type AttributeFilter = {
  readonly key: string
  readonly test: 'is' | 'from' | 'to'
  readonly value: string
}

type Query = Readonly<Record<string, unknown>>

/** Takes a list's query; paging, order and fields are not its business. */
export function filterOf(query: Query, timeZone: string): Filter {
  refuseNul(query)
  const text = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : null)
  const list = (name: string) => (Array.isArray(query[name]) ? (query[name] as string[]) : [])
  const moments = (name: string): Moments => ({
    from: momentOf(`${name}From`, text(`${name}From`), timeZone)?.start ?? null,
    before: momentOf(`${name}To`, text(`${name}To`), timeZone)?.end ?? null,
  })
  return {
    q: text('q')?.trim() ? text('q') : null,
    type: text('type') as Filter['type'],
    tags: list('tag'),
    tagsAll: list('tagAll'),
    stores: list('store'),
    status: (text('status') ?? 'active') as Filter['status'],
    activity: list('activity') as Activity[],
    today: todayIn(timeZone),
    organization: text('organization'),
    affiliated: text('affiliated') as Filter['affiliated'],
    import: importOf(text('import'), text('importOutcome')),
    created: moments('created'),
    lastOrder: moments('lastOrder'),
    since: {
      from: dayOf('customerSinceFrom', text('customerSinceFrom')),
      to: dayOf('customerSinceTo', text('customerSinceTo')),
    },
    birthday: seasonOf('birthday', text('birthday')),
    anniversary: seasonOf('anniversary', text('anniversary')),
    attributes: Object.entries(query).flatMap(attributeFilter),
  }
}

function importOf(id: string | null, outcome: string | null): Filter['import'] {
  if (id !== null) return { id, outcome: outcome as ImportOutcome | null }
  if (outcome !== null) throw unreadable('importOutcome', 'goes together with import')
  return null
}

const unreadable = (path: string, message: string) =>
  badRequest('query.invalid', `${path} ${message}`, [{ path, code: 'query.invalid', message }])

function refuseNul(query: Query): void {
  for (const [path, value] of Object.entries(query)) {
    if ([value].flat().some((text) => typeof text === 'string' && text.includes('\u0000'))) {
      throw unreadable(path, 'holds the character U+0000')
    }
  }
}

/** A day lasts from its first instant in the merchant's zone to the next day's; an instant lasts its millisecond. */
function momentOf(path: string, text: string | null, zone: string): { start: string; end: string } | null {
  if (text === null) return null
  try {
    if (isDay(text)) {
      const day = Temporal.PlainDate.from(text)
      const start = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).toInstant().toString()
      return { start: start(day), end: start(day.add({ days: 1 })) }
    }
    const instant = Temporal.Instant.from(text)
    return { start: instant.toString(), end: instant.add({ milliseconds: 1 }).toString() }
  } catch {
    throw unreadable(path, 'is neither a day nor an instant')
  }
}

function dayOf(path: string, text: string | null): string | null {
  if (text !== null && !isDay(text)) throw unreadable(path, 'is no day')
  return text
}

function seasonOf(path: string, text: string | null): Season | null {
  if (text === null) return null
  const [from, to] = text.split('..').map((end) => parseBirthday(`--${end}`))
  if (!from || !to) throw unreadable(path, 'is not two days as MM-DD..MM-DD')
  return { from: from.month * 100 + from.day, to: to.month * 100 + to.day }
}

function attributeFilter([name, value]: [string, unknown]): AttributeFilter[] {
  const [, key, test = 'is'] = /^attr\.(\w+)(?:\.(from|to))?$/.exec(name) ?? []
  return key === undefined ? [] : [{ key, test: test as AttributeFilter['test'], value: String(value) }]
}
