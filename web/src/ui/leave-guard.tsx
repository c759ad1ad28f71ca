import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((m) => ({ default: m.ConfirmDialog })))

type Props = Readonly<{
  dirty: boolean
  /** In place of the one about unsaved changes. */
  question?: Readonly<{ title: string; text: string; leave: string }>
}>

/** Asks before a page with unsaved edits is left, by a link, by Back, or by closing the tab. */
export function LeaveGuard({ dirty, question }: Props) {
  const { t } = useTranslation()
  const { status, proceed, reset } = useBlocker({
    // Tabs of one page, and its own search parameters, lose nothing.
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
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
        onConfirm={proceed}
        onCancel={reset}
      />
    </Suspense>
  )
}
