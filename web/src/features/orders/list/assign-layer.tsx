import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../../ui/job-progress.tsx'
import type { useSelection } from '../../../ui/use-selection.ts'
import { filterOf, type OrderSearch } from '../order-search.ts'
import type { PickCustomer } from '../pick-customer.ts'
import { AssignDialog, GuestsBar } from './on-demand.ts'
import { useAssignMany } from './use-assign-many.ts'

type Props = Readonly<{
  search: OrderSearch
  selected: ReturnType<typeof useSelection>
  pickCustomer: PickCustomer
  /** Whether something floats over the last rows. */
  onShown: (shown: boolean) => void
}>

/** What floats over the list: the bar of the selected orders of nobody, or how far giving them to somebody is. */
export function AssignLayer({ search, selected, pickCustomer, onShown }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const assign = useAssignMany(() => {
    setAsking(false)
    selected.clear()
  })
  const { selection } = selected
  const { work, job } = assign
  const isShown = selected.isAny || work !== null
  useEffect(() => onShown(isShown), [isShown, onShown])
  const count = selection.kind === 'all' ? null : selection.ids.size
  const which = selection.kind === 'all' ? { filter: filterOf(search) } : { ids: [...selection.ids] }
  return (
    <Suspense>
      {work !== null && job !== null && (
        <JobProgress
          job={job}
          isUndo={work.isUndo}
          label={work.isUndo ? t('orders.bulk.undoing') : t('orders.bulk.doing', { name: work.name })}
          isCancelling={assign.isCancelling}
          onCancel={assign.cancel}
        />
      )}
      {work === null && selected.isAny && (
        <GuestsBar
          count={count}
          isBusy={assign.isStarting}
          onSelectAll={selected.selectAll}
          onClear={selected.clear}
          onAssign={() => setAsking(true)}
        />
      )}
      {asking && (
        <AssignDialog
          count={count}
          isBusy={assign.isStarting}
          pickCustomer={pickCustomer}
          onAssign={(customer) => assign.start({ customer, which })}
          onClose={() => setAsking(false)}
        />
      )}
    </Suspense>
  )
}
