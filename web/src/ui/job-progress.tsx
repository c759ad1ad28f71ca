import { Button, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type BulkJob, shareDone } from '../api/jobs.ts'
import { useFormat } from './format-context.tsx'
import classes from './selection-bar.module.css'

type Props = Readonly<{
  job: BulkJob
  isUndo: boolean
  /** What is being done. */
  label: string
  isCancelling: boolean
  onCancel: () => void
}>

/** Stands in the place of the bar while the worker is at it; leaving the list does not stop it. */
export function JobProgress({ job, isUndo, label, isCancelling, onCancel }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const share = shareDone(job, isUndo)
  const far = share && { done: format.number(share.past), matched: format.number(share.all) }
  return (
    <section className={classes.bar} aria-label={t('bulk.progress')}>
      <div className={classes.progress}>
        <div className={classes.progressWords}>
          <Text span size="sm" fw={550}>
            {label}
          </Text>
          <Text span size="sm" c="dimmed" className={classes.figure}>
            {far === null ? t('bulk.counting') : t('bulk.ofMatched', far)}
          </Text>
        </div>
        <Progress.Root size="sm">
          <Progress.Section
            value={share === null ? 100 : (share.past / share.all) * 100}
            animated={share === null}
            aria-label={label}
          />
        </Progress.Root>
      </div>
      {!isUndo && (
        <Button variant="default" loading={isCancelling} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
    </section>
  )
}
