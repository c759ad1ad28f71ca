import { useTranslation } from 'react-i18next'
import { readRecurrence } from '../../../kernel/recurrence.ts'
import { useFormat } from '../../../ui/format-context.tsx'

/** “every 2 weeks on Monday”; a rule beyond that stands as its source wrote it. */
export function useRecurrenceText(): (rule: string) => string {
  const { t } = useTranslation()
  const { locale } = useFormat()
  return (rule) => {
    const read = readRecurrence(rule)
    if (read === null) return rule
    const every = t(`orders.every.${read.unit}`, { count: read.interval })
    if (read.days.length === 0) return every
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    // The 4th of January 2021 was a Monday.
    const names = read.days.map((day) => weekday.format(new Date(Date.UTC(2021, 0, 3 + day))))
    return t('orders.every.on', { every, days: new Intl.ListFormat(locale).format(names) })
  }
}
