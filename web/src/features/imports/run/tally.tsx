import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Import } from '../imports.api.ts'
import classes from './run.module.css'

const outcomes = ['created', 'updated', 'unchanged', 'rejected'] as const

/** What became of the rows. The four together are all rows that were read; warnings are told of those that came in. */
export function Tally({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <dl className={classes.tally}>
      {outcomes.map((name) => (
        <div key={name} data-name={name} data-zero={item[name] === 0 || undefined}>
          <dt>{t(`imports.counts.${name}`)}</dt>
          <dd>{number(item[name])}</dd>
        </div>
      ))}
      <div data-name="sum">
        <dt>{t('imports.counts.rows')}</dt>
        <dd>{number(item.processed)}</dd>
      </div>
    </dl>
  )
}
