import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import classes from '../../../ui/list-page.module.css'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { TableHandle } from '../../../ui/row-table.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { useSelection } from '../../../ui/use-selection.ts'
import { filterOf, isNarrowed, type OrderSearch } from '../order-search.ts'
import type { PickCustomer } from '../pick-customer.ts'
import { AssignLayer } from './assign-layer.tsx'
import { CountText } from './count-text.tsx'
import { isGuests } from './guest-box.tsx'
import { NoMatch, NoOrdersYet } from './list-empty.tsx'
import { OrderCards } from './order-cards.tsx'
import { OrderTable } from './order-table.tsx'
import { OrderToolbar } from './order-toolbar.tsx'
import { type OrderPages, useOrderPages } from './use-order-pages.ts'

type Props = Readonly<{
  search: OrderSearch
  /** Typing replaces the entry in the history; a filter is a step to come back from. */
  onSearch: (search: OrderSearch, how?: Readonly<{ replace: boolean }>) => void
}>

const barRoom = { phone: 128, table: 84 } as const

/** The screen of all orders, newest first; what it shows stands in the address. */
export function OrderList({
  search,
  pickCustomer,
  onSearch,
}: Props & Readonly<{ pickCustomer: PickCustomer }>) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const pages = useOrderPages(search)
  const table = useRef<TableHandle>(null)
  const mayAssign = useCan()('orders.write')
  const selected = useSelection(pages, JSON.stringify(filterOf(search)), isGuests)
  const [hasBar, setHasBar] = useState(false)
  useShortcut('escape', t('customerList.selection.clear'), selected.clear, { enabled: selected.isAny })
  // Among those of customers a box here and there would be a riddle; one alone is given to somebody on its page.
  const selecting =
    mayAssign && search.guests
      ? { selection: selected.selection, onSelect: selected.select, onSelectLoaded: selected.selectLoaded }
      : null
  const room = hasBar ? barRoom[isPhone ? 'phone' : 'table'] : 0
  return (
    <div className={classes.page} data-phone={isPhone || undefined}>
      <div className={classes.top}>
        <PageHeader title={t('orders.title')} aside={<CountText search={search} />} />
      </div>
      {(!pages.isEmpty || isNarrowed(search)) && (
        <OrderToolbar
          search={search}
          isPhone={isPhone}
          onSearch={onSearch}
          onLeaveSearch={() => table.current?.focusFirstRow()}
        />
      )}
      {pages.isPartly && <LoadFailed text={t('orders.loadFailed')} onRetry={pages.retry} />}
      <Rows search={search} pages={pages} onSearch={onSearch}>
        {isPhone ? (
          <OrderCards pages={pages} selecting={selecting} room={room} />
        ) : (
          <OrderTable pages={pages} selecting={selecting} room={room} handle={table} />
        )}
      </Rows>
      {mayAssign && (
        <AssignLayer search={search} selected={selected} pickCustomer={pickCustomer} onShown={setHasBar} />
      )}
    </div>
  )
}

/** The rows, or what stands where they would be. */
function Rows({
  search,
  pages,
  onSearch,
  children,
}: Props & Readonly<{ pages: OrderPages; children: ReactNode }>) {
  if (pages.broken !== null) return <ErrorState error={pages.broken} onRetry={pages.retry} />
  if (!pages.isEmpty) return children
  return isNarrowed(search) ? <NoMatch search={search} onSearch={onSearch} /> : <NoOrdersYet />
}
