import { useTranslation } from 'react-i18next'
import type { OrderRow } from './orders.api.ts'
import classes from './status-mark.module.css'

/** In a word, with a dot whose colour says the same. */
export function StatusMark({ status }: Pick<OrderRow, 'status'>) {
  const { t } = useTranslation()
  return (
    <span className={classes.mark} data-status={status}>
      {t(`orders.statuses.${status}`)}
    </span>
  )
}
