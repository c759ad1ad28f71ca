import { useTranslation } from 'react-i18next'
import { Mark } from '../../ui/mark.tsx'
import type { OrderRow } from './orders.api.ts'

const looks = {
  draft: { tone: 'gray', shape: 'ring' },
  open: { tone: 'accent' },
  confirmed: { tone: 'accent' },
  fulfilled: { tone: 'teal' },
  completed: { tone: 'teal' },
  cancelled: { tone: 'dimmed', shape: 'ring' },
  refunded: { tone: 'orange' },
} as const

export function StatusMark({ status }: Pick<OrderRow, 'status'>) {
  const { t } = useTranslation()
  return <Mark {...looks[status]}>{t(`orders.statuses.${status}`)}</Mark>
}
