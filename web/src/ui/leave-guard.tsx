import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((m) => ({ default: m.ConfirmDialog })))

/** Asks before a page with unsaved edits is left, by a link, by Back, or by closing the tab. */
export function LeaveGuard({ dirty }: Readonly<{ dirty: boolean }>) {
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
        title={t('common.leaveTitle')}
        text={t('common.leaveQuestion')}
        confirm={t('common.leave')}
        cancel={t('common.stay')}
        onConfirm={proceed}
        onCancel={reset}
      />
    </Suspense>
  )
}
