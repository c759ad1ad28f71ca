import { useTranslation } from 'react-i18next'
import { errorText } from '../../api/problem.ts'
import type { Store } from '../../api/types.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { notifySuccess } from '../../ui/notify.tsx'
import { useCloseStore } from './stores.api.ts'

export function StoreCloseDialog({ store, onClose }: Readonly<{ store: Store; onClose: () => void }>) {
  const { t } = useTranslation()
  const shut = useCloseStore()
  const done = () => {
    notifySuccess(t('stores.closed'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      danger
      title={t('stores.closeTitle', { name: store.name })}
      text={t('stores.closeText')}
      confirm={t('stores.close')}
      pending={shut.isPending}
      error={shut.isError ? errorText(t, shut.error) : null}
      onConfirm={() => shut.mutate(store, { onSuccess: done })}
      onCancel={onClose}
    />
  )
}
