import { Button, Table } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortMoney } from '../../../kernel/amounts.ts'
import { monthText, weekdayText, weekFrom } from '../../../kernel/calendar-words.ts'
import { type Bar, BarChart } from '../../../ui/bar-chart.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import type { Metrics } from './metrics.api.ts'
import classes from './metrics.module.css'

type Props = Readonly<{ metrics: Metrics }>

/** Net sales by month, and what a day of each weekday comes to. */
export function Charts({ metrics }: Props) {
  return (
    <div className={classes.charts}>
      <div>
        <ByMonth metrics={metrics} />
      </div>
      <div>
        <ByWeekday metrics={metrics} />
      </div>
    </div>
  )
}

function ByMonth({ metrics: { byMonth } }: Props) {
  const { t } = useTranslation()
  const { locale, money } = useFormat()
  const { length } = byMonth
  const label = (month: string, i: number) => {
    const name = monthText(locale, month, 'short')
    return isOfTwoYears(i, length) ? `${name} ’${month.slice(2, 4)}` : name
  }
  const bars = byMonth.map(({ month, net }, i) => ({
    ...{ id: month, value: net.amount, label: label(month, i) },
    name: monthText(locale, month, 'whole'),
    facts: [[t('customerMetrics.net'), money(net)] as const],
  }))
  return (
    <Chart
      title={t('customerMetrics.byMonth')}
      first={t('customerMetrics.month')}
      bars={bars}
      room={length > 13 ? 5 : 7}
    />
  )
}

/** The name alone would stand for two months: of thirteen the first and the last are alike, of more any may be. */
const isOfTwoYears = (i: number, count: number): boolean =>
  count > 13 || (count === 13 && (i === 0 || i === 12))

function ByWeekday({ metrics: { byWeekday } }: Props) {
  const { t } = useTranslation()
  const { locale, country, money, number } = useFormat()
  const bars = weekFrom(locale, country).flatMap((weekday) => {
    const one = byWeekday.find((day) => day.weekday === weekday)
    if (one === undefined) return []
    return {
      ...{ id: String(weekday), value: one.average.amount, label: weekdayText(locale, weekday, 'short') },
      name: weekdayText(locale, weekday, 'long'),
      facts: [
        [t('customerMetrics.average'), one.days === 0 ? '–' : money(one.average)] as const,
        [t('customerMetrics.net'), money(one.net)] as const,
        [t('customerMetrics.days'), number(one.days)] as const,
      ],
    }
  })
  return <Chart title={t('customerMetrics.byWeekday')} first={t('customerMetrics.weekday')} bars={bars} />
}

type TableProps = Readonly<{ title: string; first: string; bars: readonly Bar[] }>
/** `room`: for so many names, where the screen is narrow. */
type ChartProps = TableProps & Readonly<{ room?: number }>

/** `first`: what the first column of its table is called. */
function Chart({ title, first, bars, room = 7 }: ChartProps) {
  const { t } = useTranslation()
  const { locale, currency } = useFormat()
  const [isTable, setTable] = useState(false)
  const Icon = isTable ? IconChartBar : IconTable
  return (
    <Panel
      title={title}
      actions={
        <Button
          className={`${classes.onScreen} ${classes.toTable}`}
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<Icon size={16} stroke={1.75} />}
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? 'customerMetrics.asChart' : 'customerMetrics.asTable')}
        </Button>
      }
    >
      {isTable ? (
        <FactsTable title={title} first={first} bars={bars} />
      ) : (
        <BarChart
          label={title}
          bars={bars}
          room={room}
          tickText={(amount) => shortMoney(locale, { amount, currency })}
        />
      )}
    </Panel>
  )
}

function FactsTable({ title, first, bars }: TableProps) {
  return (
    <Table aria-label={title} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{first}</Table.Th>
          {bars[0]?.facts.map(([name]) => (
            <Table.Th key={name} scope="col" ta="right">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bars.map(({ id, name, facts }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" className={classes.rowHead}>
              {name}
            </Table.Th>
            {facts.map(([fact, figure]) => (
              <Table.Td key={fact} className={classes.figure}>
                {figure}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
