import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { backLook } from '../../../ui/back.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { usePageAction } from '../../../ui/page-actions.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PaperHead } from '../../../ui/paper-head.tsx'
import { isOwed, numberOf, usePlacedText, useWantedText } from '../order-words.ts'
import type { Order } from '../orders.api.ts'
import type { PickCustomer } from '../pick-customer.ts'
import { StatusMark } from '../status-mark.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderCustomer } from './order-customer.tsx'
import { OrderDetails } from './order-details.tsx'
import { Payments, Refunds, Shipments } from './order-flow.tsx'
import { OrderItems } from './order-items.tsx'
import classes from './order-page.module.css'
import { OrderTotals } from './order-totals.tsx'

type Props = Readonly<{ order: Order; pickCustomer: PickCustomer; onBack: () => void }>

const printIcon = <IconPrinter size={19} stroke={1.6} />
const print = () => globalThis.print()

/** One order, whole: what was bought and paid, and whose it is. */
export function OrderPage({ order, pickCustomer, onBack }: Props) {
  const { t } = useTranslation()
  const placed = usePlacedText()
  const wanted = useWantedText()(order)
  usePageAction({ label: t('orders.page.print'), icon: printIcon, run: print })
  return (
    <div className={classes.page}>
      <PaperHead />
      <PageHeader
        back={
          <Button {...backLook} onClick={onBack}>
            {t('common.back')}
          </Button>
        }
        title={t('orders.page.name', { number: numberOf(order) })}
        aside={<StatusMark status={order.status} />}
        description={[placed(order), order.store?.name, wanted].filter(Boolean).join(' · ')}
        actions={<OrderActions order={order} />}
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <OrderItems order={order} />
          <Payments order={order} />
          <Refunds order={order} />
          <Shipments order={order} />
          <OrderDetails order={order} />
        </div>
        <aside className={classes.side} aria-label={t('orders.page.summary')}>
          <Sums order={order} />
          <div className={classes.customer}>
            <OrderCustomer order={order} pickCustomer={pickCustomer} />
          </div>
          <div className={classes.sum}>
            <OrderTotals order={order} />
          </div>
        </aside>
      </div>
    </div>
  )
}

/** What it comes to and what is still open, at a glance. */
function Sums({ order: { totals, currency, status } }: Readonly<{ order: Order }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  const { total, due } = totals
  return (
    <dl className={classes.sums}>
      <div>
        <dt>{t('orders.columns.total')}</dt>
        <dd>{money(total)}</dd>
      </div>
      <div data-due={isOwed({ due, status }) || undefined}>
        <dt>{due < 0 ? t('orders.page.owed') : t('orders.page.due')}</dt>
        <dd>{money(Math.abs(due))}</dd>
        {due === 0 && <dd className={classes.sumNote}>{t('orders.page.paid')}</dd>}
      </div>
    </dl>
  )
}
