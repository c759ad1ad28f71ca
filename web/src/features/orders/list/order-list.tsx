import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../../ui/error-state.tsx'
import classes from '../../../ui/list-page.module.css'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { TableHandle } from '../../../ui/row-table.tsx'
import { isNarrowed, type OrderSearch } from '../order-search.ts'
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

/** The screen of all orders, newest first; what it shows stands in the address. */
export function OrderList({ search, onSearch }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const pages = useOrderPages(search)
  const table = useRef<TableHandle>(null)
  return (
    <div className={classes.page} data-phone={isPhone || undefined}>
      <div className={classes.top}>
        <PageHeader title={t('orders.title')} />
      </div>
      <OrderToolbar
        search={search}
        isPhone={isPhone}
        onSearch={onSearch}
        onLeaveSearch={() => table.current?.focusFirstRow()}
      />
      {pages.isPartly && <LoadFailed text={t('orders.loadFailed')} onRetry={pages.retry} />}
      <Rows search={search} pages={pages} onSearch={onSearch}>
        {isPhone ? <OrderCards pages={pages} /> : <OrderTable pages={pages} handle={table} />}
      </Rows>
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
