import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { mustGo } from '../api/session.ts'
import { whenIdle } from './idle.ts'
import { type LeaveQuestion, watchUnsaved } from './unsaved.ts'

const load = () => import('./confirm-dialog.tsx')
const ConfirmDialog = lazy(() => load().then((m) => ({ default: m.ConfirmDialog })))

type Props = Readonly<{
  /** A function where only the moment of leaving can tell. */
  dirty: boolean | (() => boolean)
  /** In place of the one about unsaved changes. */
  question?: LeaveQuestion
  /** Somebody chose to leave all the same. */
  onLeave?: () => void
}>

/** Asks before a page with unsaved edits is left, by a link, by Back, or by closing the tab. */
export function LeaveGuard({ dirty, question, onLeave }: Props) {
  const { t } = useTranslation()
  const { title, text, leave } = question ?? {
    title: t('common.leaveTitle'),
    text: t('common.leaveQuestion'),
    leave: t('common.leave'),
  }
  const isDirty = () => !mustGo() && (typeof dirty === 'function' ? dirty() : dirty)
  const { status, proceed, reset } = useBlocker({
    // Tabs of one page, and its own search parameters, lose nothing.
    shouldBlockFn: ({ current, next }) => isDirty() && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  const onAsked = useEffectEvent(() => (isDirty() ? { title, text, leave } : null))
  useEffect(() => watchUnsaved(() => onAsked()), [])
  // The question must be there without a connection too.
  useEffect(() => whenIdle(() => void load().catch(() => undefined)), [])
  if (status !== 'blocked') return null
  return (
    <Suspense>
      <ConfirmDialog
        opened
        danger
        title={title}
        text={text}
        confirm={leave}
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
