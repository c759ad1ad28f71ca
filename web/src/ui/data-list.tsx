import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './data-list.module.css'

/** Names and values of a record; what is empty says so. */
export function DataList({ items }: Readonly<{ items: readonly (readonly [string, ReactNode])[] }>) {
  const { t } = useTranslation()
  return (
    <dl className={classes.list}>
      {items.map(([name, value]) => (
        <div key={name} className={classes.row}>
          <dt>{name}</dt>
          <dd>{value ?? <span className={classes.unset}>{t('common.notSet')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
