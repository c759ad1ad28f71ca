import { type ShouldBlockFn, useBlocker } from '@tanstack/react-router'
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
  /** Stands in one of the tabs of its page, and goes with it. */
  inTab?: boolean
  /** What is on its way to the server: whether it was saved. Nobody is asked about what is done in a moment. */
  saving?: Promise<boolean> | undefined
}>

type Way = Pick<Parameters<ShouldBlockFn>[0], 'current' | 'next'>
const leavesPage = ({ current, next }: Way) => current.pathname !== next.pathname
/** The tabs of a page are in its search parameters. */
const leavesTab = ({ current, next }: Way) =>
  leavesPage({ current, next }) || JSON.stringify(current.search) !== JSON.stringify(next.search)

const patience = 1500
const inTime = (saving: Promise<boolean>) =>
  Promise.race([saving, new Promise<false>((resolve) => setTimeout(() => resolve(false), patience))])

/** Asks before a page with unsaved edits is left, by a link, by Back, or by closing the tab. */
export function LeaveGuard({ dirty, question, onLeave, inTab = false, saving }: Props) {
  const { t } = useTranslation()
  const { title, text, leave } = question ?? {
    title: t('common.leaveTitle'),
    text: t('common.leaveQuestion'),
    leave: t('common.leave'),
  }
  const isDirty = () => !mustGo() && (typeof dirty === 'function' ? dirty() : dirty)
  const { status, proceed, reset } = useBlocker({
    // Search parameters alone lose nothing but what stands in a tab.
    shouldBlockFn: async (way) =>
      (inTab ? leavesTab(way) : leavesPage(way)) &&
      isDirty() &&
      !(saving !== undefined && (await inTime(saving))),
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  const onAsked = useEffectEvent(() => (isDirty() ? { title, text, leave } : null))
  useEffect(() => watchUnsaved(() => onAsked()), [])
  // Saved while it was asked about: there is nothing left to lose.
  useEffect(() => {
    if (status === 'blocked') void saving?.then((isSaved) => isSaved && proceed())
  }, [status, saving, proceed])
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
