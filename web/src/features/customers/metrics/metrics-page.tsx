import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../../api/queries.ts'
import { today } from '../../../kernel/calendar.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import type { Customer } from '../customers.api.ts'
import { History } from './history.tsx'
import { type Metrics, metricsQuery } from './metrics.api.ts'
import classes from './metrics.module.css'
import { MetricsHeader } from './metrics-header.tsx'
import { earliestDay, type MetricsSearch, type Period, periodOf } from './period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { ReceiptPanel } from './receipt-panel.tsx'
import { Tiles } from './tiles.tsx'

const Charts = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Charts })))

type Props = Readonly<{
  customer: Customer
  search: MetricsSearch
  onSearch: (search: MetricsSearch) => void
  sendDialog: (
    orderId: string,
    receipt: Readonly<{ number: string; email: string | null }>,
    close: () => void,
  ) => ReactNode
}>

/** What a customer came to in a period, and the receipts it is made of. */
export function MetricsPage({ customer, search, onSearch, sendDialog }: Props) {
  const { timeZone } = useFormat()
  const { id, firstOrderAt } = customer
  const stores = useQuery({ ...storesQuery, enabled: search.period === 'all' }).data ?? []
  const firstOrder = earliestDay(firstOrderAt, [
    timeZone,
    ...stores.map((store) => store.timeZone ?? timeZone),
  ])
  const period = periodOf(search, today(timeZone), firstOrder)
  // Where the focus goes when a receipt is closed.
  const opened = useRef<string | null>(null)
  if (search.receipt !== undefined) opened.current = search.receipt
  return (
    <div data-receipt={search.receipt !== undefined || undefined} className={classes.metrics}>
      <div className={classes.figures}>
        <MetricsHeader customer={customer} />
        <PeriodPicker
          key={`${search.period} ${search.from} ${search.to}`}
          search={search}
          period={period}
          onApply={onSearch}
        />
        <Figures customerId={id} period={period} isWhole={search.period === 'all'} />
      </div>
      {search.receipt === undefined ? (
        <History customer={customer} search={search} period={period} opened={opened} />
      ) : (
        <ReceiptPanel
          orderId={search.receipt}
          customerId={id}
          search={search}
          onClose={() => onSearch({ ...search, receipt: undefined })}
          sendDialog={(receipt, close) => sendDialog(search.receipt ?? '', receipt, close)}
        />
      )}
    </div>
  )
}

type FiguresProps = Readonly<{ customerId: string; period: Period; isWhole: boolean }>

function Figures({ customerId, period, isWhole }: FiguresProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery({ ...metricsQuery(customerId, period), placeholderData: keepPreviousData })
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <PageLoading />
  const metrics = isWhole ? fromFirstSale(query.data) : query.data
  return (
    <div aria-busy={query.isPlaceholderData || undefined} className={classes.answer}>
      <p className={classes.period} role="status">
        {t('customerMetrics.between', { from: format.day(period.from), to: format.day(period.to) })}
      </p>
      <Tiles metrics={metrics} />
      <Suspense fallback={<div className={classes.chartsToCome} />}>
        <Charts metrics={metrics} />
      </Suspense>
    </div>
  )
}

/** All the time begins with the first sale, not with a month of which one day is asked to be sure. */
function fromFirstSale(metrics: Metrics): Metrics {
  const first = metrics.byMonth.findIndex(({ net }) => net.amount !== 0)
  return { ...metrics, byMonth: metrics.byMonth.slice(Math.max(first, 0)) }
}
