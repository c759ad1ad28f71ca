import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, usePhoneFormat } from '../../../ui/format-context.tsx'
import { PaperHead } from '../../../ui/paper-head.tsx'
import { addressLines } from '../address-layouts.ts'
import type { Receipt } from './metrics.api.ts'
import classes from './receipt.module.css'
import { OrderSummary, Payments, Refunds, Taxes } from './receipt-tables.tsx'

type Props = Readonly<{ receipt: Receipt }>

/** What stands on the paper, in the order in which one reads it. */
export function ReceiptPaper({ receipt }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.paper}>
      <div>
        <PaperHead />
        <Where receipt={receipt} />
        <Part title={t('customerMetrics.receipt.summary')}>
          <Summary receipt={receipt} />
        </Part>
      </div>
      <div>
        {receipt.items.length > 0 && (
          <Part title={t('customerMetrics.receipt.order')}>
            <OrderSummary receipt={receipt} />
          </Part>
        )}
        {receipt.taxes.length > 0 && (
          <Part title={t('customerMetrics.receipt.taxes')}>
            <Taxes receipt={receipt} />
          </Part>
        )}
        {receipt.payments.length > 0 && (
          <Part title={t('customerMetrics.receipt.payments')}>
            <Payments receipt={receipt} />
          </Part>
        )}
        {receipt.refunds.length > 0 && (
          <Part title={t('customerMetrics.receipt.refunds')}>
            <Refunds receipt={receipt} />
          </Part>
        )}
      </div>
    </div>
  )
}

const Part = ({ title, children }: Readonly<{ title: string; children: ReactNode }>) => (
  <section className={classes.part} aria-label={title}>
    <h3 className={classes.partTitle}>{title}</h3>
    {children}
  </section>
)

/** The clock is that of the store. */
function Where({ receipt: { store, placedAt, staff, customer } }: Props) {
  const { t } = useTranslation()
  const { dateTime, country, countryName } = useFormat()
  const phoneText = usePhoneFormat()
  const lines =
    store === null ? [] : addressLines({ ...store.address, countryText: null }, country, countryName)
  return (
    <div className={classes.where}>
      {store !== null && (
        <address className={classes.store}>
          <strong>{store.name}</strong>
          {[...lines, ...(store.phone === null ? [] : [phoneText(store.phone)])].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      <span>
        <time dateTime={placedAt}>{dateTime(placedAt, store?.timeZone)}</time>
      </span>
      {staff !== null && <span>{t('customerMetrics.receipt.staff', { name: staff })}</span>}
      {customer !== null && <span>{t('customerMetrics.receipt.customer', { name: customer.name })}</span>}
    </div>
  )
}

const always = new Set(['gross', 'net', 'tax', 'total', 'paid'])
const lines = [
  ...(['gross', 'discount', 'net', 'tax', 'tip', 'serviceCharge', 'shipping', 'rounding', 'total'] as const),
  ...(['paid', 'change', 'refunded', 'due'] as const),
]

/** What is nothing is left out, but for the lines that everybody looks for. */
function Summary({ receipt: { summary, refunds, currency } }: Props) {
  const { t } = useTranslation()
  const { money } = useFormat()
  const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0)
  const amounts = { ...summary, discount: -summary.discount, refunded: -refunded }
  return (
    <dl className={classes.summary}>
      {lines
        .filter((name) => always.has(name) || amounts[name] !== 0)
        .map((name) => (
          <div key={name} data-sum={name === 'total' || undefined}>
            <dt>{t(`customerMetrics.receipt.${name}`)}</dt>
            {/* Minus nothing is nothing. */}
            <dd>{money({ amount: amounts[name] + 0, currency })}</dd>
          </div>
        ))}
    </dl>
  )
}
