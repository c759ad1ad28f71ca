// What is said of a bulk action, while it goes and at its end. Pure.
import type { TFunction } from 'i18next'
import type { BulkJob } from '../../../api/jobs.ts'
import type { BulkBody } from './list.api.ts'

export type BulkWork = Readonly<{
  id: string
  action: BulkBody['action']
  /** The name of the tag or the store. */
  target: string | null
  isUndo: boolean
}>

export const doingText = (t: TFunction, { action, target, isUndo }: Omit<BulkWork, 'id'>): string =>
  t(`bulk.doing.${isUndo ? 'undo' : action}`, { name: target ?? '' })

type Figures = Pick<BulkJob, 'state' | 'done' | 'failed' | 'undone' | 'kept'>

export function tellOutcome(t: TFunction, { action, target, isUndo }: Omit<BulkWork, 'id'>, job: Figures) {
  if (isUndo) return { text: sentences(undoText(t, job)), mayUndo: false }
  const mayUndo = job.done > 0
  const failed = job.failed > 0 ? t('bulk.failedSome', { count: job.failed }) : ''
  if (job.state === 'cancelled') {
    return { text: sentences(t('bulk.cancelled', { count: job.done }), failed), mayUndo }
  }
  if (job.state === 'failed') return { text: t('bulk.failed'), mayUndo }
  const done = t(`bulk.done.${action}`, { count: job.done, name: target ?? '' })
  return { text: sentences(done, failed), mayUndo }
}

function undoText(t: TFunction, { kept }: Figures): string {
  const text = t('bulk.done.undo')
  return kept > 0 ? sentences(text, t('bulk.kept', { count: kept })) : text
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')
