import { useCanGoBack, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { notifyNotice, notifySuccess } from '../../../ui/notify.tsx'
import { notifyWithUndo } from '../list/undo-banner.tsx'
import type { Saved } from './save-customer.ts'

/** After Save one is back where one came from; who opened the form by its address goes to the record. */
export function useReturn(customerId?: string) {
  const { t } = useTranslation()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const open = (id: string, replace = false) =>
    void router.navigate({ to: '/customers/$customerId', params: { customerId: id }, replace })
  const back = (id: string | undefined) => {
    if (canGoBack) router.history.back()
    else if (id === undefined) void router.navigate({ to: '/customers', replace: true })
    else open(id, true)
  }
  const tellOfPhoto = ({ photoFault }: Saved) => {
    if (photoFault === null) return
    notifyNotice(t('customerForm.photoFailed', { reason: errorText(t, photoFault) }))
  }
  return {
    leave: () => back(customerId),
    afterCreate: (saved: Saved) => {
      const { id } = saved.customer
      notifyWithUndo(t('customerForm.created'), t('customerForm.open'), () => open(id))
      tellOfPhoto(saved)
      back(id)
    },
    afterUpdate: (saved: Saved, wasChanged: boolean) => {
      if (wasChanged) notifySuccess(t('customerForm.updated'))
      tellOfPhoto(saved)
      back(saved.customer.id)
    },
  }
}
