import { useTranslation } from 'react-i18next'
import { useFormat } from './format-context.tsx'

type Range = Readonly<{ from?: string | undefined; to?: string | undefined }>

/** “1 Nov 2026”, “since 1 Nov 2026”, “1 Nov 2026 to 5 Nov 2026” */
export function useRangeText(): (range: Range) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ from, to }) => {
    if (from !== undefined && from === to) return format.day(from)
    if (from !== undefined && to !== undefined)
      return t('lists.between', { from: format.day(from), to: format.day(to) })
    return from === undefined
      ? t('lists.until', { day: to === undefined ? '' : format.day(to) })
      : t('lists.since', { day: format.day(from) })
  }
}
