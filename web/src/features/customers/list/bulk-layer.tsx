import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { useSelection } from '../../../ui/use-selection.ts'
import { filterOf, type ListSearch } from './list-search.ts'
import { BulkProgress, DeleteManyDialog, SelectionBar } from './on-demand.ts'
import type { Asked } from './selection-bar.tsx'
import { useBulk } from './use-bulk.ts'
import type { CustomerPages } from './use-customer-pages.ts'

type Props = Readonly<{
  search: ListSearch
  pages: CustomerPages
  selected: ReturnType<typeof useSelection>
  /** Whether something floats over the last rows. */
  onShown: (shown: boolean) => void
  onExport: () => void
}>

/** What floats over the list: the bar of what is selected, or how far the last action is. */
export function BulkLayer({ search, pages, selected, onShown, onExport }: Props) {
  const bulk = useBulk(selected.clear)
  const [asking, setAsking] = useState(false)
  const texts = useSelectionTexts(pages, selected)
  const isShown = selected.isAny || bulk.work !== null
  useEffect(() => onShown(isShown), [isShown, onShown])

  const { selection } = selected
  const start = (asked: Asked, target: string | null) => {
    const which = selection.kind === 'all' ? { filter: filterOf(search) } : { ids: [...selection.ids] }
    bulk.start({ body: { ...asked, ...which }, target }, { onSettled: () => setAsking(false) })
  }
  const ask = (asked: Asked, target: string | null) => {
    if (asked.action === 'inactivate') setAsking(true)
    else start(asked, target)
  }
  return (
    <>
      <Suspense>
        {bulk.work !== null && <BulkProgress bulk={bulk} />}
        {bulk.work === null && selected.isAny && (
          <SelectionBar
            text={texts.selected}
            selectAll={texts.selectAll}
            status={search.status ?? 'active'}
            isBusy={bulk.isStarting}
            onSelectAll={selected.selectAll}
            onClear={selected.clear}
            onAsk={ask}
            onExport={onExport}
          />
        )}
      </Suspense>
      <Suspense>
        {asking && (
          <DeleteManyDialog
            count={texts.count}
            isBusy={bulk.isStarting}
            onConfirm={() => start({ action: 'inactivate' }, null)}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </>
  )
}

function useSelectionTexts({ count, rows }: CustomerPages, { selection }: Props['selected']) {
  const { t } = useTranslation()
  const all = count === null || count.capped ? null : count.count
  if (selection.kind === 'all') {
    const text =
      all === null ? t('customerList.selection.allCapped') : t('customerList.selection.count', { count: all })
    return { selected: text, selectAll: null, count: all }
  }
  const { size } = selection.ids
  const isMore = all === null || all > size
  const offer =
    all === null
      ? t('customerList.selection.selectAllCapped')
      : t('customerList.selection.selectAll', { count: all })
  return {
    selected: t('customerList.selection.count', { count: size }),
    selectAll: isMore && rows.count > 0 ? offer : null,
    count: size,
  }
}
