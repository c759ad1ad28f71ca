// What came of the order: what was paid, given back and sent.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import type { Order } from '../orders.api.ts'
import classes from './order-page.module.css'

type Props = Readonly<{ order: Order }>
type Payment = Order['payments'][number]

export function Payments({ order: { payments, currency } }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t('orders.payments.title')}>
      {payments.length === 0 && <p className={classes.none}>{t('orders.payments.none')}</p>}
      <ul className={classes.flow}>
        {payments.map((payment, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place.
          <PaymentLine key={n} payment={payment} currency={currency} />
        ))}
      </ul>
    </Panel>
  )
}

function PaymentLine({ payment, currency }: Readonly<{ payment: Payment; currency: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  const { method, amount, tendered, brand, last4, tipAmount, at } = payment
  const card =
    last4 === null
      ? brand
      : brand === null
        ? t('orders.payments.ending', { last4 })
        : t('orders.payments.card', { brand: capital(brand), last4 })
  const change =
    tendered === null || tendered === amount
      ? null
      : t('orders.payments.change', { tendered: money(tendered), change: money(tendered - amount) })
  const tip = tipAmount ? t('orders.payments.tip', { amount: money(tipAmount) }) : null
  return (
    <FlowLine
      title={t(`orders.payments.methods.${method}`)}
      words={[card, tip, change, at && format.dateTime(at)]}
      amount={money(amount)}
    />
  )
}

/** “visa” as tills write it. */
const capital = (brand: string): string => brand.charAt(0).toUpperCase() + brand.slice(1)

export function Refunds({ order: { refunds, currency } }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  if (refunds.length === 0) return null
  return (
    <Panel title={t('orders.refunds.title')}>
      <ul className={classes.flow}>
        {refunds.map(({ amount, netAmount, reason, at, localDay }) => (
          <FlowLine
            key={`${at} ${amount} ${reason}`}
            title={format.day(localDay)}
            words={[
              reason,
              netAmount === amount ? null : t('orders.refunds.net', { amount: money(netAmount) }),
            ]}
            amount={money(-amount)}
          />
        ))}
      </ul>
    </Panel>
  )
}

export function Shipments({ order: { shipments } }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  if (shipments.length === 0) return null
  return (
    <Panel title={t('orders.shipments.title')}>
      <ul className={classes.flow}>
        {shipments.map(({ status, carrier, trackingNumber, shippedAt }, n) => (
          <FlowLine
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place.
            key={n}
            title={status ?? t('orders.shipments.unknown')}
            words={[
              carrier,
              trackingNumber,
              shippedAt && t('orders.shipments.shipped', { date: format.dateTime(shippedAt) }),
            ]}
          />
        ))}
      </ul>
    </Panel>
  )
}

type LineProps = Readonly<{ title: string; words: readonly (string | null)[]; amount?: string }>

function FlowLine({ title, words, amount }: LineProps) {
  return (
    <li>
      <span className={classes.flowWords}>
        <bdi>{title}</bdi>
        <span className={classes.about}>{words.filter(Boolean).join(' · ')}</span>
      </span>
      {amount !== undefined && <span className={classes.amount}>{amount}</span>}
    </li>
  )
}
