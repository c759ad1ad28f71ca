import { Button, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { useCan } from '../../../api/session.ts'
import { idsOf } from '../../../kernel/selection.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import classes from '../../../ui/list-page.module.css'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { TableHandle } from '../../../ui/row-table.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { useSelection } from '../../../ui/use-selection.ts'
import summary from '../summary/summary.module.css'
import { BulkLayer } from './bulk-layer.tsx'
import { fieldsOf } from './columns.ts'
import { CustomerCards, cardFields } from './customer-cards.tsx'
import { CustomerTable } from './customer-table.tsx'
import { CustomerToolbar } from './customer-toolbar.tsx'
import { type CustomerRow, useKeepView, viewQuery } from './list.api.ts'
import { NoCustomersYet, NoMatch } from './list-empty.tsx'
import { filterOf, isNarrowed, type ListSearch } from './list-search.ts'
import { ListTabs } from './list-tabs.tsx'
import { DeleteDialog, ExportDialog, preloadExport, RowMenu, SummaryCards } from './on-demand.ts'
import { menuKey, type OpenMenu, RowActionsProvider } from './row-actions.ts'
import { readView } from './table-view.ts'
import { useCountText } from './use-count-text.ts'
import { type CustomerPages, useCustomerPages } from './use-customer-pages.ts'
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
  const { view, attributes, keep } = useView()
  const { columns } = view
  const fields = useMemo(() => fieldsOf(columns), [columns])
  const pages = useCustomerPages(search, isPhone ? cardFields : fields)
  const selected = useSelection(pages, JSON.stringify(filterOf(search)))
  const [hasBar, setHasBar] = useState(false)
  const [exporting, setExporting] = useState<'list' | 'selection' | null>(null)
  const table = useRef<TableHandle>(null)
  const countText = useCountText(pages, search)
  useShortcut('escape', t('customerList.keys.clear'), selected.clear, { enabled: selected.isAny })
  const room = hasBar ? barRoom[isPhone ? 'phone' : 'table'] : 0

  return (
    <RowActions>
      <div className={classes.page} data-phone={isPhone || undefined}>
        <div className={classes.top}>
          <PageHeader
            title={t('customerList.title')}
            aside={countText ?? ''}
            actions={
              isPhone ? (
                <ExportButton isSmall onClick={() => setExporting('list')} />
              ) : (
                <>
                  <ImportLink />
                  <ExportButton onClick={() => setExporting('list')} />
                  <ViewButton view={view} attributes={attributes} onChange={keep} />
                </>
              )
            }
          />
          {maySeeFigures && (
            <Suspense fallback={<div className={summary.cards} />}>
              <SummaryCards store={search.store} />
            </Suspense>
          )}
          <ListTabs search={search} />
        </div>
        <VisuallyHidden role="status">{isNarrowed(search) && !pages.isOld ? countText : ''}</VisuallyHidden>
        <CustomerToolbar
          search={search}
          isPhone={isPhone}
          countText={countText}
          onSearch={onSearch}
          onLeaveSearch={() => table.current?.focusFirstRow()}
        />
        {pages.isPartly && <LoadFailed text={t('customerList.loadFailed')} onRetry={pages.retry} />}
        <Rows search={search} pages={pages} onSearch={onSearch}>
          {isPhone ? (
            <CustomerCards
              marksInactive={search.status === 'all'}
              pages={pages}
              selection={selected.selection}
              onSelect={selected.select}
              room={room}
            />
          ) : (
            <CustomerTable
              pages={pages}
              search={search}
              view={view}
              attributes={attributes}
              onView={keep}
              selection={selected.selection}
              onSort={onSearch}
              onSelect={selected.select}
              onSelectLoaded={selected.selectLoaded}
              room={room}
              handle={table}
            />
          )}
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

/** On phones the bar at the bottom leads there. */
function ImportLink() {
  const { t } = useTranslation()
  if (!useCan()('customers.import')) return null
  return (
    <LinkButton
      to="/imports"
      variant="default"
      px="sm"
      leftSection={<IconFileImport size={17} aria-hidden />}
    >
      {t('customerList.import')}
    </LinkButton>
  )
}

function ExportButton({ isSmall = false, onClick }: Readonly<{ isSmall?: boolean; onClick: () => void }>) {
  const { t } = useTranslation()
  if (!useCan()('customers.export')) return null
  const shared = { onClick, onPointerEnter: preloadExport, onFocus: preloadExport }
  const icon = <IconFileExport size={isSmall ? 20 : 17} aria-hidden />
  if (isSmall) {
    return (
      <Button variant="default" w={44} h={44} p={0} aria-label={t('customerList.export')} {...shared}>
        {icon}
      </Button>
    )
  }
  return (
    <Button variant="default" px="sm" leftSection={icon} {...shared}>
      {t('customerList.export')}
    </Button>
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

function useView() {
  const { data: attributes } = useSuspenseQuery(customAttributesQuery)
  const { data: preference } = useSuspenseQuery(viewQuery)
  const { mutate: keep } = useKeepView()
  const view = useMemo(
    () =>
      readView(
        preference,
        attributes.map(({ key }) => key),
      ),
    [preference, attributes],
  )
  return { view, attributes, keep }
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
