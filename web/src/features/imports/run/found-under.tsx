import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { useSourceText } from '../../../ui/source-names.ts'
import type { Import } from '../imports.api.ts'
import classes from './run.module.css'

/** Under whose IDs the customers of orders were looked up: nobody has said it, so it is told. */
export function FoundUnder({ item: { assumptions } }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const told = assumptions.filter(({ kind, value }) => kind === 'customersFrom' && value !== '')
  const textOf = useSourceText(told.map(({ value }) => value))
  if (told.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    told.map(({ value, found = 0, of = 0 }) =>
      t('imports.made.foundUnder', { source: textOf(value), found, count: of }),
    ),
  )
  return <p className={classes.made}>{t('imports.made.customersFrom', { list })}</p>
}
