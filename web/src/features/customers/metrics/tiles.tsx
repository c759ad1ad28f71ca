import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { Money } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Metrics } from './metrics.api.ts'
import classes from './metrics.module.css'

/** The figures of the period at a glance. */
export function Tiles({ metrics }: Readonly<{ metrics: Metrics }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { visits, orders, sales, feedback } = metrics
  const { showReviews } = useSession().merchant
  return (
    <dl className={classes.tiles}>
      <div className={classes.tile}>
        <dt>{t('customerMetrics.visits')}</dt>
        <dd>{format.number(visits)}</dd>
      </div>
      <div className={classes.tile}>
        <dt>{t('customerMetrics.sales')}</dt>
        <dd style={letters(format.money(sales).length)}>
          <Money value={sales} />
        </dd>
        <dd className={classes.note}>{t('customerMetrics.ofOrders', { count: orders })}</dd>
      </div>
      {showReviews &&
        (['positive', 'negative'] as const).map((sentiment) => (
          <div key={sentiment} className={classes.tile}>
            <dt>{t(`customerMetrics.feedback.${sentiment}`)}</dt>
            <dd>{format.number(feedback[sentiment])}</dd>
          </div>
        ))}
    </dl>
  )
}

const letters = (count: number): CSSProperties & Record<`--${string}`, number> => ({ '--letters': count })
