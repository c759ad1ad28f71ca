import { useTranslation } from 'react-i18next'
import { Mark } from '../../ui/mark.tsx'
import type { Import } from './imports.api.ts'
import { markOf, percentOf } from './phase.ts'
import classes from './state-mark.module.css'

const tones = {
  queued: 'accent',
  running: 'accent',
  held: 'orange',
  tried: 'orange',
  paused: 'orange',
  succeeded: 'teal',
  failed: 'red',
  cancelled: 'gray',
} as const

/** What an import is at. */
export function StateMark({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const mark = markOf(item)
  const percent = item.state === 'running' || item.state === 'paused' ? percentOf(item) : null
  return (
    <Mark tone={tones[mark]}>
      {t(`imports.states.${mark}`)}
      {percent !== null && <span className={classes.figure}> {t('imports.percent', { percent })}</span>}
    </Mark>
  )
}
