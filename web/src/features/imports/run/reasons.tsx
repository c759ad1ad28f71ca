import { useTranslation } from 'react-i18next'
import { problemText } from '../import-error.ts'
import type { Import } from '../imports.api.ts'
import classes from './run.module.css'

/** What was said of the rows, and of how many: the reports tell it row by row. */
export function Reasons({ item: { reasons } }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  if (reasons.length === 0) return null
  return (
    <ul className={classes.reasons} aria-label={t('imports.reasons.title')}>
      {reasons.map(({ code, rejected, rows }) => (
        <li key={`${rejected}${code}`} data-rejected={rejected || undefined}>
          {t(rejected ? 'imports.reasons.rejected' : 'imports.reasons.warning', {
            count: rows,
            text: problemText(t, { code, message: code }),
          })}
        </li>
      ))}
    </ul>
  )
}
