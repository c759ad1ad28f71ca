import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayText } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Receipt } from './metrics.api.ts'
import classes from './receipt.module.css'

type Props = Readonly<{ receipt: Receipt }>
type Column = Readonly<{ heading: string; isFigure: boolean }>

const text = (heading: string): Column => ({ heading, isFigure: false })
const figure = (heading: string): Column => ({ heading, isFigure: true })

export function OrderSummary({ receipt: { items, currency } }: Props) {
  const { t } = useTranslation()
  const { money, price, decimal } = useFormat()
  const amount = (value: number) => money({ amount: value, currency })
  const unit = (item: Receipt['items'][number]) =>
    item.unitPrice === null ? amount(item.unitAmount ?? 0) : price({ price: item.unitPrice, currency })
  return (
    <Lines
      label={t('customerMetrics.receipt.order')}
      columns={[
        text(t('customerMetrics.receipt.item')),
        figure(t('customerMetrics.receipt.quantity')),
        figure(t('customerMetrics.receipt.unit')),
        figure(t('customerMetrics.receipt.amount')),
      ]}
      rows={items.map((item) => [
        <span key="name" className={classes.item}>
          <span>{item.name ?? item.sku ?? t('customerMetrics.receipt.unnamed')}</span>
          {item.modifiers.map((modifier, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same modifier may stand there twice, and none ever moves
            <span key={i} className={classes.detail}>
              {modifier.amount === 0 ? modifier.name : `${modifier.name} · ${amount(modifier.amount)}`}
            </span>
          ))}
          {item.grossAmount !== item.totalAmount && (
            <span className={classes.detail}>
              {t('customerMetrics.receipt.discount')} · {amount(item.totalAmount - item.grossAmount)}
            </span>
          )}
        </span>,
        decimal(item.quantity),
        unit(item),
        amount(item.totalAmount),
      ])}
    />
  )
}

export function Taxes({ receipt: { taxes, currency } }: Props) {
  const { t } = useTranslation()
  const { money, percent } = useFormat()
  const amount = (value: number | null) => (value === null ? '–' : money({ amount: value, currency }))
  return (
    <Lines
      label={t('customerMetrics.receipt.taxes')}
      columns={[
        text(t('customerMetrics.receipt.taxName')),
        figure(t('customerMetrics.receipt.rate')),
        figure(t('customerMetrics.receipt.taxable')),
        figure(t('customerMetrics.receipt.tax')),
      ]}
      rows={taxes.map((tax) => [
        <span key="name" className={classes.item}>
          <span>{tax.name ?? t('customerMetrics.receipt.tax')}</span>
          {tax.inclusive && <span className={classes.detail}>{t('customerMetrics.receipt.inclusive')}</span>}
        </span>,
        tax.rate === null ? '–' : percent(tax.rate),
        amount(tax.taxableAmount),
        amount(tax.amount),
      ])}
    />
  )
}

export function Payments({ receipt: { payments, currency } }: Props) {
  const { t } = useTranslation()
  const { money } = useFormat()
  const amount = (value: number) => money({ amount: value, currency })
  return (
    <Lines
      label={t('customerMetrics.receipt.payments')}
      columns={[
        text(t('customerMetrics.receipt.method')),
        figure(t('customerMetrics.receipt.tip')),
        figure(t('customerMetrics.receipt.amount')),
      ]}
      rows={payments.map(({ method, brand, last4, tendered, change, tipAmount, amount: paid }) => [
        <span key="method" className={classes.item}>
          <span>
            {t(`customerMetrics.receipt.methods.${method}`)}
            {brand !== null && <span className={classes.brand}> {brand}</span>}
            {last4 !== null && ` •••• ${last4}`}
          </span>
          {tendered !== null && (
            <span className={classes.detail}>
              {t('customerMetrics.receipt.tendered')} {amount(tendered)} ·{' '}
              {t('customerMetrics.receipt.change')} {amount(change ?? 0)}
            </span>
          )}
        </span>,
        tipAmount === null || tipAmount === 0 ? '–' : amount(tipAmount),
        amount(paid),
      ])}
    />
  )
}

export function Refunds({ receipt: { refunds, currency } }: Props) {
  const { t } = useTranslation()
  const { money } = useFormat()
  return (
    <Lines
      label={t('customerMetrics.receipt.refunds')}
      columns={[
        text(t('customerMetrics.receipt.day')),
        text(t('customerMetrics.receipt.reason')),
        figure(t('customerMetrics.receipt.amount')),
      ]}
      rows={refunds.map(({ localDay, reason, amount }) => [
        <DayText key="day" day={localDay} />,
        reason ?? '–',
        money({ amount: -amount, currency }),
      ])}
    />
  )
}

type LinesProps = Readonly<{
  label: string
  columns: readonly Column[]
  rows: readonly (readonly ReactNode[])[]
}>

/** A small table: names at the left, figures at the right. */
function Lines({ label, columns, rows }: LinesProps) {
  return (
    <Table aria-label={label} verticalSpacing={6} horizontalSpacing={0} className={classes.lines}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ heading, isFigure }) => (
            <Table.Th key={heading} scope="col" className={isFigure ? classes.figure : undefined}>
              {heading}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt have no names of their own, and none ever moves
          <Table.Tr key={row}>
            {cells.map((content, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              <Table.Td key={i} className={columns[i]?.isFigure ? classes.figure : undefined}>
                {content}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
