import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import type { Order } from '../orders.api.ts'
import classes from './order-page.module.css'

type Line = Readonly<{ key: string; label: string; amount: number; isStrong?: boolean }>

/** From what the items cost to what is due, each step that there was. */
export function OrderTotals({ order }: Readonly<{ order: Order }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency: order.currency })
  const { rounding } = order.totals
  return (
    <Panel title={t('orders.totals.title')}>
      <dl className={classes.totals}>
        {useLines(order).map(({ key, label, amount, isStrong }) => (
          <div key={key} data-strong={isStrong}>
            <dt>{label}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
      </dl>
      {rounding !== 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('orders.totals.rounding', { amount: money(rounding) })}
        </Text>
      )}
    </Panel>
  )
}

function useLines({ totals, taxes, discounts }: Order): readonly Line[] {
  const { t } = useTranslation()
  const format = useFormat()
  const step = (key: 'serviceCharge' | 'shipping' | 'tip' | 'paid' | 'refunded'): Line[] =>
    totals[key] === 0 ? [] : [{ key, label: t(`orders.totals.${key}`), amount: totals[key] }]
  const named = discounts.flatMap(({ name, amount }, n): Line[] =>
    name === null
      ? []
      : [{ key: `discount ${n}`, label: t('orders.totals.discountNamed', { name }), amount: -amount }],
  )
  const ofNamed = named.reduce((sum, { amount }) => sum - amount, 0)
  const otherDiscount = totals.discount - ofNamed
  const taxLines = taxes.map(({ name, rate, amount, inclusive }, n): Line => {
    const plain = name ?? t('orders.totals.tax')
    const label =
      rate === null ? plain : t('orders.totals.taxRate', { name: plain, rate: format.percent(rate) })
    return {
      key: `tax ${n}`,
      label: inclusive ? t('orders.totals.taxIncluded', { name: label }) : label,
      amount,
    }
  })
  const isBare = totals.net === totals.gross
  return [
    { key: 'gross', label: t('orders.totals.gross'), amount: totals.gross },
    ...(otherDiscount === 0
      ? []
      : [{ key: 'discount', label: t('orders.totals.discount'), amount: -otherDiscount }]),
    ...named,
    ...(isBare ? [] : [{ key: 'net', label: t('orders.totals.net'), amount: totals.net }]),
    ...taxLines,
    ...step('serviceCharge'),
    ...step('shipping'),
    ...step('tip'),
    { key: 'total', label: t('orders.totals.total'), amount: totals.total, isStrong: true },
    ...step('paid'),
    ...step('refunded'),
    { key: 'due', label: t('orders.totals.due'), amount: totals.due, isStrong: true },
  ]
}
