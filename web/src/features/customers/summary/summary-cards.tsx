import { NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { today } from '../../../kernel/calendar.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { NameText } from '../../../ui/name-text.tsx'
import type { ListSearch } from '../list/list-search.ts'
import { useOrganizationsWord } from '../use-organizations-word.ts'
import { type CardLists, cardLists } from './card-lists.ts'
import { Sparkline } from './sparkline.tsx'
import { type Period, periods, type Summary, summaryQuery } from './summary.api.ts'
import classes from './summary.module.css'

/** Five figures above the list; each opens the customers or orders it counts. */
export function SummaryCards({ store }: Readonly<{ store: readonly string[] | undefined }>) {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
  const { merchant, stores } = useSession()
  const { setup } = merchant
  const [period, setPeriod] = useState<Period>('4w')
  const summary = useQuery(summaryQuery(period, store))
  const { data } = summary
  if (data === undefined) {
    if (!summary.isError) return <div className={classes.cards} aria-busy />
    return <LoadFailed text={t('summary.loadFailed')} onRetry={() => void summary.refetch()} />
  }
  const first = data.sales.series[0]?.day
  const lists = cardLists({ setup, isLimited: stores !== null, store, period, first, today: today(timeZone) })
  return (
    <section
      className={classes.cards}
      aria-label={t('summary.label')}
      aria-busy={summary.isPlaceholderData || undefined}
    >
      <TotalCard total={data.totalCustomers} search={lists.total} />
      <SalesCard sales={data.sales} search={lists.sales} period={period} onPeriod={setPeriod} />
      <TopCard customers={data.topCustomers} search={lists.top} />
      <CountCard
        title={t('summary.atRisk')}
        count={data.atRisk.count}
        text={t('summary.atRiskText')}
        search={lists.atRisk}
      />
      <CountCard
        title={t('summary.new')}
        count={data.newCustomers.count}
        text={t('summary.newText')}
        search={lists.fresh}
      />
    </section>
  )
}

function Card({ title, children }: Readonly<{ title: ReactNode; children: ReactNode }>) {
  return (
    <div className={classes.card}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </div>
  )
}

type CountProps = Readonly<{ title: string; count: number; text: string; search: ListSearch }>

function CountCard({ title, count, text, search }: CountProps) {
  const format = useFormat()
  return (
    <Card title={title}>
      <Link to="/customers" search={search} className={classes.figure}>
        {format.number(count)}
      </Link>
      <Text size="xs" className={classes.text}>
        {text}
      </Text>
    </Card>
  )
}

function TotalCard({ total, search }: Readonly<{ total: Summary['totalCustomers']; search: ListSearch }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { setup } = useSession().merchant
  const organizations = useOrganizationsWord()
  // The list of contacts is of both.
  const contacts = total.contacts + total.individuals
  const parts = [
    t('summary.contacts', { count: contacts, number: format.number(contacts) }),
    t('summary.unaffiliated', { number: format.number(total.individuals) }),
  ]
  return (
    <CountCard
      title={setup === 'flat' ? t('summary.total') : organizations}
      count={total.count}
      text={setup === 'flat' ? t('summary.totalText') : parts.join(' · ')}
      search={search}
    />
  )
}

type SalesProps = Readonly<{
  sales: Summary['sales']
  search: CardLists['sales']
  period: Period
  onPeriod: (period: Period) => void
}>

function SalesCard({ sales, search, period, onPeriod }: SalesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { amount, change, series, previous } = sales
  const money = format.money(amount)
  const percent = (ratio: number) =>
    new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 0 }).format(
      Math.abs(ratio),
    )
  return (
    <Card
      title={
        <span className={classes.titleRow}>
          {t('summary.sales')}
          <NativeSelect
            size="xs"
            variant="unstyled"
            rightSectionWidth={12}
            aria-label={t('summary.period')}
            classNames={{ input: classes.period }}
            value={period}
            data={periods.map((value) => ({ value, label: t(`summary.periods.${value}`) }))}
            onChange={({ currentTarget }) => onPeriod(currentTarget.value as Period)}
          />
        </span>
      }
    >
      <span className={classes.sum}>
        <Link
          to="/orders"
          search={search}
          className={classes.figure}
          style={{ '--letters': money.length } as CSSProperties}
          title={t('summary.viewOrders')}
        >
          {money}
        </Link>
        <Sparkline values={series.map((point) => point.amount)} />
      </span>
      <Text
        size="xs"
        className={classes.text}
        title={previous === null ? undefined : t('summary.before', { amount: format.money(previous) })}
      >
        {change === null ? t('summary.salesText') : t(`summary.${way(change)}`, { percent: percent(change) })}
      </Text>
    </Card>
  )
}

/** As it is written: what rounds to nothing is no change. */
const way = (ratio: number) => (Math.abs(ratio) < 0.005 ? 'same' : ratio > 0 ? 'more' : 'less')

const SHOWN = 3

function TopCard({
  customers,
  search,
}: Readonly<{ customers: Summary['topCustomers']; search: ListSearch | null }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card
      title={
        search === null ? (
          t('summary.top')
        ) : (
          <Link to="/customers" search={search}>
            {t('summary.top')}
          </Link>
        )
      }
    >
      {customers.length === 0 ? (
        <Text size="xs" className={classes.text}>
          {t('summary.topNone')}
        </Text>
      ) : (
        <ol className={classes.top}>
          {customers.slice(0, SHOWN).map(({ id, displayName, revenue }) => (
            <li key={id}>
              <Link to="/customers/$customerId" params={{ customerId: id }} className={classes.name}>
                <NameText name={displayName} />
              </Link>
              <span className={classes.amount}>{format.money(revenue)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
