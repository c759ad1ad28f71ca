import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { mustGo } from '../api/session.ts'
import { whenIdle } from './idle.ts'

const load = () => import('./confirm-dialog.tsx')
const ConfirmDialog = lazy(() => load().then((m) => ({ default: m.ConfirmDialog })))

type Props = Readonly<{
  /** A function where only the moment of leaving can tell. */
  dirty: boolean | (() => boolean)
  /** In place of the one about unsaved changes. */
  question?: Readonly<{ title: string; text: string; leave: string }>
  /** Somebody chose to leave all the same. */
  onLeave?: () => void
}>

/** Asks before a page with unsaved edits is left, by a link, by Back, or by closing the tab. */
export function LeaveGuard({ dirty, question, onLeave }: Props) {
  const { t } = useTranslation()
  const isDirty = () => !mustGo() && (typeof dirty === 'function' ? dirty() : dirty)
  const { status, proceed, reset } = useBlocker({
    // Tabs of one page, and its own search parameters, lose nothing.
    shouldBlockFn: ({ current, next }) => isDirty() && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  // The question must be there without a connection too.
  useEffect(() => whenIdle(() => void load().catch(() => undefined)), [])
  if (status !== 'blocked') return null
  return (
    <Suspense>
      <ConfirmDialog
        opened
        danger
        title={question?.title ?? t('common.leaveTitle')}
        text={question?.text ?? t('common.leaveQuestion')}
        confirm={question?.leave ?? t('common.leave')}
        cancel={t('common.stay')}
        onConfirm={() => {
          onLeave?.()
          proceed()
        }}
        onCancel={reset}
      />
    </Suspense>
  )
}
