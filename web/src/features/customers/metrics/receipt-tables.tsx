import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayText } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Receipt } from './metrics.api.ts'
import classes from './receipt.module.css'

type Props = Readonly<{ receipt: Receipt }>
type Column = readonly [heading: string, isFigure: boolean]

export function OrderSummary({ receipt: { items, currency } }: Props) {
  const { t } = useTranslation()
  const { money, number, price } = useFormat()
  const amount = (value: number) => money({ amount: value, currency })
  const unit = (item: Receipt['items'][number]) =>
    item.unitPrice === null ? amount(item.unitAmount ?? 0) : price({ price: item.unitPrice, currency })
  return (
    <Lines
      label={t('customerMetrics.receipt.order')}
      columns={[
        [t('customerMetrics.receipt.item'), false],
        [t('customerMetrics.receipt.quantity'), true],
        [t('customerMetrics.receipt.unit'), true],
        [t('customerMetrics.receipt.amount'), true],
      ]}
      rows={items.map((item) => [
        <span key="name" className={classes.item}>
          <span>{item.name ?? t('customerMetrics.receipt.unnamed')}</span>
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
        number(Number(item.quantity)),
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
        [t('customerMetrics.receipt.taxName'), false],
        [t('customerMetrics.receipt.rate'), true],
        [t('customerMetrics.receipt.taxable'), true],
        [t('customerMetrics.receipt.tax'), true],
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
        [t('customerMetrics.receipt.method'), false],
        [t('customerMetrics.receipt.tip'), true],
        [t('customerMetrics.receipt.amount'), true],
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
        [t('customerMetrics.receipt.day'), false],
        [t('customerMetrics.receipt.reason'), false],
        [t('customerMetrics.receipt.amount'), true],
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
  const cell = (i: number) => (columns[i]?.[1] === true ? classes.figure : undefined)
  return (
    <Table aria-label={label} verticalSpacing={6} horizontalSpacing={0} className={classes.lines}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(([heading, isFigure]) => (
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
              <Table.Td key={i} className={cell(i)}>
                {content}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
