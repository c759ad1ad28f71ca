import { useTranslation } from 'react-i18next'
import type { Import } from './imports.api.ts'
import { markOf, percentOf } from './phase.ts'
import classes from './state-mark.module.css'

/** What an import is at, in a word, with a dot whose colour says the same. */
export function StateMark({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const mark = markOf(item)
  const percent = item.state === 'running' || item.state === 'paused' ? percentOf(item) : null
  return (
    <span className={classes.mark} data-mark={mark}>
      {t(`imports.states.${mark}`)}
      {percent !== null && <span className={classes.figure}> {t('imports.percent', { percent })}</span>}
    </span>
  )
}
