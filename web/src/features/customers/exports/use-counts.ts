import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { countQuery } from '../list/list.api.ts'
import { filterFor, type Rows, type Source, type Status } from './export-request.ts'

export type CountOf = Readonly<{
  /** Null while it is not known, and when there are more than are counted. */
  count: number | null
  text: string | null
}>

/** How many each choice of rows would bring. */
export function useCounts({ search, ids }: Source, status: Status): Readonly<Record<Rows, CountOf>> {
  const { t } = useTranslation()
  const format = useFormat()
  const list = useQuery(countQuery(filterFor('list', status, search)))
  const everybody = useQuery(countQuery(filterFor('everybody', status, search)))
  const told = ({ data, isPlaceholderData }: typeof list): CountOf => {
    if (data === undefined || isPlaceholderData) return { count: null, text: null }
    const number = format.number(data.count)
    return data.capped
      ? { count: null, text: t('exporting.rows.capped', { number }) }
      : { count: data.count, text: number }
  }
  return {
    selection: { count: ids.length, text: format.number(ids.length) },
    list: told(list),
    everybody: told(everybody),
  }
}
