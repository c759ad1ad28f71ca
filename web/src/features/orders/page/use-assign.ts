import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { notifySuccess } from '../../../ui/notify.tsx'
import { type Assignment, assignOrder, currentOf, type Order, orderQuery } from '../orders.api.ts'

/** Says whose order it is, of the version that is shown; who changed it meanwhile is not overruled unseen. */
export function useAssign({ id, version }: Order) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { queryKey } = orderQuery(id)
  const mutation = useMutation({
    mutationFn: (wanted: Assignment) => assignOrder(id, wanted),
    onSuccess: (order, { customer }) => {
      queryClient.setQueryData(queryKey, order)
      void queryClient.invalidateQueries({ queryKey: ['orders'] })
      notifySuccess(
        customer === null ? t('orders.assign.removed') : t('orders.assign.done', { name: customer.name }),
      )
    },
    onError: (error) => {
      const current = currentOf(error)
      if (current !== null) queryClient.setQueryData(queryKey, current)
    },
  })
  return {
    to: (customer: Assignment['customer']) => mutation.mutate({ version, customer }),
    /** What was asked for last. */
    wanted: mutation.variables,
    error: mutation.error,
    isConflict: currentOf(mutation.error) !== null,
    isPending: mutation.isPending,
    leave: mutation.reset,
  }
}
