import { useTranslation } from 'react-i18next'
import { notifyError, notifySuccess } from '../../../ui/notify.tsx'
import { useRestoreCustomer } from '../customers.api.ts'
import type { CustomerRow } from './list.api.ts'

/** Needs no question: what it does is seen, and can be undone by a delete. */
export function useRestore(): (row: CustomerRow) => void {
  const { t } = useTranslation()
  const restore = useRestoreCustomer()
  // Whoever clicks Undo may have left the dialog, even the page: the outcome is told all the same.
  return (row) => {
    restore.mutateAsync(row.id).then(() => notifySuccess(t('customerList.remove.restored')), notifyError)
  }
}
