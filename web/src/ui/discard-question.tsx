import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useReturnFocus } from './use-return-focus.ts'

/** There only while it is asked: the Escape that asks must not be heard by the question as well. */
export function DiscardQuestion({
  onDiscard,
  onStay,
}: Readonly<{ onDiscard: () => void; onStay: () => void }>) {
  const { t } = useTranslation()
  useReturnFocus()
  return (
    <ConfirmDialog
      opened
      danger
      title={t('common.discardTitle')}
      text={t('common.discardQuestion')}
      confirm={t('common.discard')}
      cancel={t('common.keepEditing')}
      onConfirm={onDiscard}
      onCancel={onStay}
    />
  )
}
