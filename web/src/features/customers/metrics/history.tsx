import { Table } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { DayText, Money } from '../../../ui/figures.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { Panel } from '../../../ui/page.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import type { Customer } from '../customers.api.ts'
import { historyPages, type OrderRow } from './metrics.api.ts'
import classes from './metrics.module.css'
import type { MetricsSearch, Period } from './period.ts'

type Props = Readonly<{
  customer: Customer
  search: MetricsSearch
  period: Period
  /** The order whose receipt was open last. */
  opened: RefObject<string | null>
}>

/** The orders of the period, newest first; each opens its receipt in this place. */
export function History({ customer, search, period, opened }: Props) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(historyPages(customer.id, period))
  const rows = pages.data?.pages.flatMap(({ items }) => items)
  const isThere = rows !== undefined
  useEffect(() => {
    if (!isThere || opened.current === null) return
    document.getElementById(`receipt-${opened.current}`)?.focus()
    opened.current = null
  }, [isThere, opened])
  if (rows === undefined) {
    if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    return <PageLoading />
  }
  return (
    <div className={classes.beneath}>
      <Panel title={t('customerMetrics.history')} description={t('customerMetrics.amounts')}>
        {rows.length === 0 ? (
          <NothingYet
            icon={<IconReceipt size={26} stroke={1.5} />}
            title={t('customerMetrics.emptyTitle')}
            text={t('customerMetrics.emptyText')}
          />
        ) : (
          <Rows rows={rows} customerId={customer.id} search={search} />
        )}
        <FormError message={pages.isFetchNextPageError ? errorText(t, pages.error) : null} />
        <div className={classes.onScreen}>
          <MoreButton pages={pages} label={t('customerMetrics.older')} mt="md" mx="auto" display="block" />
        </div>
      </Panel>
    </div>
  )
}

type RowsProps = Readonly<{ rows: readonly OrderRow[]; customerId: string; search: MetricsSearch }>

function Rows({ rows, customerId, search }: RowsProps) {
  const { t } = useTranslation()
  return (
    <Table highlightOnHover verticalSpacing={8} aria-label={t('customerMetrics.history')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('customerMetrics.number')}</Table.Th>
          <Table.Th>{t('customerMetrics.created')}</Table.Th>
          <Table.Th ta="right">{t('customerMetrics.amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id} className={classes.row}>
            <Table.Td className={classes.number}>
              <LinkAnchor
                id={`receipt-${row.id}`}
                size="sm"
                fw={500}
                className={classes.rowLink}
                to="/customers/$customerId/metrics"
                params={{ customerId }}
                search={{ ...search, receipt: row.id }}
                resetScroll={false}
              >
                {row.receiptNumber ?? row.number ?? row.externalId}
              </LinkAnchor>
            </Table.Td>
            <Table.Td>
              <DayText day={row.localDay} />
            </Table.Td>
            <Table.Td className={classes.figure}>
              <Money value={{ amount: row.total, currency: row.currency }} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
