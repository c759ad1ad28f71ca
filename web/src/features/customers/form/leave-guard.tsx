import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'

/** Asks before what was typed is lost: leaving by link, by Back, by closing the tab. */
export function LeaveGuard({ isDirty }: Readonly<{ isDirty: () => boolean }>) {
  const { t } = useTranslation()
  const blocker = useBlocker({
    // Changing the kind of customer stays on the page.
    shouldBlockFn: ({ current, next }) => isDirty() && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      title={t('common.leaveTitle')}
      text={t('common.leaveQuestion')}
      confirm={t('common.leave')}
      cancel={t('common.stay')}
      danger
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    />
  )
}
