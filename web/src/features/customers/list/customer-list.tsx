import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, Suspense, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { useCan, useSession } from '../../../api/session.ts'
import { idsOf } from '../../../kernel/selection.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import classes from '../../../ui/list-page.module.css'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { TableHandle } from '../../../ui/row-table.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { useSelection } from '../../../ui/use-selection.ts'
import summary from '../summary/summary.module.css'
import { BulkLayer } from './bulk-layer.tsx'
import { fieldsOf, sortedFigure, withoutReviews, withSorted } from './columns.ts'
import { CustomerCards, cardFields } from './customer-cards.tsx'
import { CustomerTable } from './customer-table.tsx'
import { CustomerToolbar } from './customer-toolbar.tsx'
import { type CustomerRow, useKeepPreference, viewQuery } from './list.api.ts'
import { ListActions } from './list-actions.tsx'
import { NoCustomersYet, NoMatch } from './list-empty.tsx'
import {
  filterOf,
  isNarrowed,
  type ListSearch,
  type ListTab,
  opensRows,
  sortInForce,
  tabOf,
} from './list-search.ts'
import { ListTabs } from './list-tabs.tsx'
import { DeleteDialog, ExportDialog, RowMenu, SummaryCards } from './on-demand.ts'
import { loadedOpenedRows } from './opened-on-demand.ts'
import type { Opened } from './opened-rows.tsx'
import { menuKey, type OpenMenu, RowActionsProvider } from './row-actions.ts'
import { hasCards, readView, type TableView, withCards, withView } from './table-view.ts'
import { useCountText } from './use-count-text.ts'
import { type CustomerPages, useCustomerPages } from './use-customer-pages.ts'
import { useNobodyYet } from './use-nobody-yet.ts'
import { useRestore } from './use-restore.ts'
import { ViewButton } from './view-button.tsx'

type Props = Readonly<{
  search: ListSearch
  /** Typing replaces the entry in the history; a filter or an order is a step to come back from. */
  onSearch: (search: ListSearch, how?: Readonly<{ replace: boolean }>) => void
}>

const barRoom = { phone: 196, table: 84 } as const

/** The screen of all customers; what it shows stands in the address. */
export function CustomerList({ search, onSearch }: Props) {
  const { t } = useTranslation()
  const maySeeFigures = useCan()('orders.read')
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const { setup, showReviews } = useSession().merchant
  const tab = tabOf(search, setup)
  const { view, attributes, keep, cards } = useView(tab)
  const inForce = sortInForce(search)
  const sort = showReviews || sortedFigure(inForce) !== 'reviews' ? inForce : null
  const columns = useMemo(() => withSorted(view.columns, sort), [view.columns, sort])
  const listFields = useMemo(() => fieldsOf(columns, tab), [columns, tab])
  const figure = sortedFigure(sort)
  const fields = isPhone ? cardFields(tab, figure) : listFields
  const pages = useCustomerPages(search, fields)
  const selected = useSelection(pages, JSON.stringify(filterOf(search)))
  const [hasBar, setHasBar] = useState(false)
  const [exporting, setExporting] = useState<'list' | 'selection' | null>(null)
  const table = useRef<TableHandle>(null)
  const countText = useCountText(pages, search)
  const isNobodyYet = useNobodyYet(pages, search)
  useShortcut('escape', t('customerList.keys.clear'), selected.clear, { enabled: selected.isAny })
  const room = hasBar ? barRoom[isPhone ? 'phone' : 'table'] : 0

  return (
    <RowActions>
      <div className={classes.page} data-phone={isPhone || undefined}>
        <div className={classes.top}>
          <PageHeader
            title={t('customerList.title')}
            aside={isNobodyYet ? '' : (countText ?? '')}
            actions={
              <ListActions
                isPhone={isPhone}
                cards={maySeeFigures && !isNobodyYet ? cards : null}
                chooser={<ViewButton tab={tab} view={view} attributes={attributes} onChange={keep} />}
                onExport={() => setExporting('list')}
              />
            }
          />
          {maySeeFigures && cards.isShown && !isNobodyYet && (
            <Suspense fallback={<div className={summary.cards} />}>
              <SummaryCards store={search.store} />
            </Suspense>
          )}
          {!isNobodyYet && <ListTabs search={search} />}
        </div>
        <VisuallyHidden role="status">{isNarrowed(search) && !pages.isOld ? countText : ''}</VisuallyHidden>
        {!isNobodyYet && (
          <CustomerToolbar
            search={search}
            isPhone={isPhone}
            countText={countText}
            onSearch={onSearch}
            onLeaveSearch={() => table.current?.focusFirstRow()}
          />
        )}
        {pages.isPartly && <LoadFailed text={t('customerList.loadFailed')} onRetry={pages.retry} />}
        <Rows search={search} pages={pages} onSearch={onSearch}>
          <Opening tab={tab} pages={pages} search={search} fields={fields} table={table}>
            {(opened) =>
              isPhone ? (
                <CustomerCards
                  marksInactive={search.status === 'all'}
                  figure={figure}
                  pages={pages}
                  selection={selected.selection}
                  onSelect={selected.select}
                  opened={opened}
                  room={room}
                />
              ) : (
                <CustomerTable
                  pages={pages}
                  search={search}
                  view={view}
                  columns={columns}
                  attributes={attributes}
                  onView={keep}
                  selection={selected.selection}
                  onSort={onSearch}
                  onSelect={selected.select}
                  onSelectLoaded={selected.selectLoaded}
                  opened={opened}
                  room={room}
                  handle={table}
                />
              )
            }
          </Opening>
        </Rows>
        <BulkLayer
          search={search}
          pages={pages}
          selected={selected}
          onShown={setHasBar}
          onExport={() => setExporting('selection')}
        />
        <Suspense>
          {exporting !== null && (
            <ExportDialog
              source={{ search, ids: idsOf(selected.selection), shown: columns }}
              rows={exporting === 'selection' && selected.selection.kind === 'some' ? 'selection' : 'list'}
              attributes={attributes}
              onClose={() => setExporting(null)}
            />
          )}
        </Suspense>
      </div>
    </RowActions>
  )
}

type RowsProps = Readonly<{
  search: ListSearch
  pages: CustomerPages
  onSearch: (search: ListSearch) => void
  children: ReactNode
}>

/** The rows, or what stands where they would be. */
function Rows({ search, pages, onSearch, children }: RowsProps) {
  if (pages.broken !== null) return <ErrorState error={pages.broken} onRetry={pages.retry} />
  if (!pages.isEmpty) return children
  return isNarrowed(search) ? <NoMatch search={search} onSearch={onSearch} /> : <NoCustomersYet />
}

type OpeningProps = Readonly<{
  tab: ListTab
  pages: CustomerPages
  search: ListSearch
  fields: string
  table: RefObject<TableHandle | null>
  children: (opened: Opened | null) => ReactNode
}>

/** Where organizations are a list of their own, its rows open. */
function Opening({ tab, children, ...props }: OpeningProps) {
  const OpenedRows = opensRows(tab) ? loadedOpenedRows() : null
  if (OpenedRows === null) return children(null)
  return <OpenedRows {...props}>{children}</OpenedRows>
}

function useView(tab: ListTab) {
  const { data: attributes } = useSuspenseQuery(customAttributesQuery)
  const { data: preference } = useSuspenseQuery(viewQuery)
  const { mutate } = useKeepPreference()
  const { showReviews } = useSession().merchant
  const view = useMemo(() => {
    const keys = attributes.map(({ key }) => key)
    const wanted = readView(preference, keys, tab)
    return showReviews ? wanted : { ...wanted, columns: withoutReviews(wanted.columns) }
  }, [preference, attributes, tab, showReviews])
  const keep = (next: TableView) => mutate((value) => withView(value, tab, next))
  const cards = {
    isShown: hasCards(preference),
    onChange: (isShown: boolean) => mutate((value) => withCards(value, isShown)),
  }
  return { view, attributes, keep, cards }
}

/** The menu of whichever row asked for it, and what comes of it. */
function RowActions({ children }: Readonly<{ children: ReactNode }>) {
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [deleting, setDeleting] = useState<CustomerRow | null>(null)
  const restore = useRestore()
  const actions = useMemo(
    () => ({
      openMenu: setMenu,
      opened: menu === null ? null : menuKey(menu.kind, menu.row.id),
    }),
    [menu],
  )
  return (
    <RowActionsProvider value={actions}>
      {children}
      <Suspense>
        {menu !== null && (
          <RowMenu
            key={actions.opened}
            menu={menu}
            onClose={() => setMenu(null)}
            onDelete={setDeleting}
            onRestore={restore}
          />
        )}
      </Suspense>
      <Suspense>
        {deleting !== null && <DeleteDialog row={deleting} onClose={() => setDeleting(null)} />}
      </Suspense>
    </RowActionsProvider>
  )
}
