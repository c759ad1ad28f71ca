// Many orders of nobody given to a customer.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BulkJob } from '../../../api/jobs.ts'
import { useBulkWork } from '../../../ui/use-bulk-work.ts'
import type { OrderFilter } from '../order-search.ts'
import { assignOrders, orderCounts } from '../orders.api.ts'

type Input = Readonly<{
  customer: Readonly<{ id: string; name: string }>
  which: Readonly<{ ids: string[] }> | Readonly<{ filter: OrderFilter }>
}>

export function useAssignMany(onStarted: () => void) {
  const { t } = useTranslation()
  return useBulkWork({
    name: 'assign-work',
    begin: ({ customer, which }: Input) => assignOrders({ customer: { id: customer.id }, ...which }),
    aboutOf: ({ customer: { name } }: Input) => ({ name }),
    tell: ({ name, isUndo }, job) => ({
      text: isUndo ? undoneText(t, job) : doneText(t, name, job),
      mayUndo: !isUndo && job.done > 0,
    }),
    changes: ['orders', 'customers', orderCounts],
    onStarted,
  })
}

function doneText(t: TFunction, name: string, { state, done, failed }: BulkJob): string {
  if (state === 'failed') return t('bulk.failed')
  const key = state === 'cancelled' ? 'orders.bulk.cancelled' : 'orders.bulk.done'
  const theirs = failed > 0 ? t('orders.bulk.failed', { count: failed }) : ''
  return [t(key, { count: done, name }), theirs].filter(Boolean).join(' ')
}

function undoneText(t: TFunction, { undone, kept }: BulkJob): string {
  const stay = kept > 0 ? t('orders.bulk.kept', { count: kept }) : ''
  return [t('orders.bulk.undone', { count: undone }), stay].filter(Boolean).join(' ')
}
