import { queryOptions } from '@tanstack/react-query'
import { api, send } from '../../../api/client.ts'
import type { Answer } from '../../../api/types.ts'
import { type Days, dayIn, seasonText } from '../../../kernel/seasons.ts'
import type { SeasonName } from '../list/list-search.ts'

type Row = Answer<'/api/v1/customers', 'get'>['items'][number]
export type Celebrated = Readonly<{
  id: string
  name: string
  type: 'personal' | 'business'
  photoUrl: string | null
  kind: SeasonName
  /** The day this year, and the one it goes back to. */
  day: string
  since: string
}>

const fields = 'displayName,type,photoUrl,dateOfBirth,anniversary'
const MOST = 50

/** Whose day is in these; of more than fifty, whose day is today. */
export const daysQuery = (
  kind: SeasonName,
  week: Days,
  today: string,
  store: readonly string[] | undefined,
) =>
  queryOptions({
    queryKey: ['customers', 'days', kind, week.first, today, store ?? null],
    queryFn: async ({ signal }) => {
      const read = (days: Days) =>
        send(
          api.GET('/api/v1/customers', {
            signal,
            params: {
              query: { [kind]: seasonText(days), limit: MOST, fields, ...(store && { store: [...store] }) },
            },
          }),
        )
      const all = await read(week)
      const isTooMany = all.nextCursor !== null
      const { items } = isTooMany ? await read({ first: today, last: today }) : all
      return { isTooMany, items: items.flatMap((row) => celebrated(row, kind, week)) }
    },
  })

function celebrated(row: Row, kind: SeasonName, week: Days): Celebrated[] {
  // The fields that were asked for are there; the document calls each optional.
  const { id = '', displayName: name = '', type = 'personal', photoUrl = null } = row
  const since = (kind === 'birthday' ? row.dateOfBirth : row.anniversary) ?? ''
  const day = dayIn(week, since)
  return day === null ? [] : [{ id, name, type, photoUrl, kind, day, since }]
}
