import { useCanGoBack, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { notifyNotice, notifySuccess } from '../../../ui/notify.tsx'
import type { Saved } from './save-customer.ts'

/** A new customer is shown; after a change one is back where one came from, or at the record. */
export function useReturn(customerId?: string) {
  const { t } = useTranslation()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  /** In the form's place: Back leads to where one was before. */
  const open = (id: string) =>
    void router.navigate({ to: '/customers/$customerId', params: { customerId: id }, replace: true })
  const back = (id: string | undefined) => {
    if (canGoBack) router.history.back()
    else if (id === undefined) void router.navigate({ to: '/customers', replace: true })
    else open(id)
  }
  const tellOfPhoto = ({ photoFault }: Saved) => {
    if (photoFault === null) return
    notifyNotice(t('customerForm.photoFailed', { reason: errorText(t, photoFault) }))
  }
  return {
    leave: () => back(customerId),
    afterCreate: (saved: Saved) => {
      notifySuccess(t('customerForm.created'))
      tellOfPhoto(saved)
      open(saved.customer.id)
    },
    afterUpdate: (saved: Saved, wasChanged: boolean) => {
      if (wasChanged) notifySuccess(t('customerForm.updated'))
      tellOfPhoto(saved)
      back(saved.customer.id)
    },
  }
}
