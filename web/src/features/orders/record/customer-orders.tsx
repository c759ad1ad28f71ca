import { SegmentedControl } from '@mantine/core'
import { IconDots, IconReceipt } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { NameText } from '../../../ui/name-text.tsx'
import { Panel } from '../../../ui/page.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { orderStates } from '../order-search.ts'
import { numberOf, usePlacedText } from '../order-words.ts'
import { customerOrderPages, type OrderRow, type OrderState } from '../orders.api.ts'
import { StatusMark } from '../status-mark.tsx'
import classes from './customer-orders.module.css'

type Props = Readonly<{
  customerId: string
  state: OrderState
  onState: (state: OrderState) => void
}>

/** What a customer ordered; of a business also what its contacts ordered for it. */
export function CustomerOrders({ customerId, state, onState }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div className={classes.head}>
        <SegmentedControl
          aria-label={t('orders.record.state')}
          data={orderStates.map((value) => ({ value, label: t(`orders.states.${value}`) }))}
          value={state}
          onChange={onState}
        />
        <LinkAnchor size="sm" to="/orders" search={{ customer: customerId, state }}>
          {t('orders.record.open')}
        </LinkAnchor>
      </div>
      <OrdersOf customerId={customerId} state={state} />
    </>
  )
}

const empty = {
  past: 'orders.record.emptyPast',
  current: 'orders.record.emptyCurrent',
  recurring: 'orders.record.emptyRecurring',
} as const

function OrdersOf({ customerId, state }: Omit<Props, 'onState'>) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(customerOrderPages(customerId, state))
  if (pages.isError && pages.data === undefined) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  }
  if (pages.data === undefined) return <PageLoading />
  const orders = pages.data.pages.flatMap(({ items }) => items)
  if (orders.length === 0) {
    return (
      <NothingYet
        icon={<IconReceipt size={26} stroke={1.5} />}
        title={t(empty[state])}
        text={t('orders.record.emptyText')}
      />
    )
  }
  return (
    <Panel>
      <table className={classes.table} aria-label={t(`orders.states.${state}`)}>
        <thead>
          <tr>
            <th scope="col">{t('orders.columns.number')}</th>
            <th scope="col">{t('orders.columns.store')}</th>
            <th scope="col">{t('orders.columns.status')}</th>
            <th scope="col">{t('orders.columns.placed')}</th>
            <th scope="col">{t('orders.columns.shipments')}</th>
            <th scope="col" className={classes.figure}>
              {t('orders.columns.total')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <Row key={order.id} order={order} customerId={customerId} />
          ))}
        </tbody>
      </table>
      <MoreButton pages={pages} label={t('orders.record.more')} mt="sm" />
    </Panel>
  )
}

function Row({ order, customerId }: Readonly<{ order: OrderRow; customerId: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const placed = usePlacedText()
  const navigate = useNavigate()
  const number = numberOf(order)
  const { customer, store, status, total, currency } = order
  const open = () => void navigate({ to: '/orders/$orderId', params: { orderId: order.id } })
  return (
    <tr>
      <th scope="row">
        <LinkAnchor fw={550} to="/orders/$orderId" params={{ orderId: order.id }}>
          <bdi>{number}</bdi>
        </LinkAnchor>
        {customer !== null && customer.id !== customerId && (
          <NameText name={customer.name} className={classes.about} />
        )}
      </th>
      <td className={classes.store}>{store !== null && <bdi>{store.name}</bdi>}</td>
      <td className={classes.status}>
        <StatusMark status={status} />
      </td>
      <td className={classes.when}>
        <time dateTime={order.placedAt}>{placed(order)}</time>
      </td>
      <td className={classes.sent}>{shipmentsText(order)}</td>
      <td className={classes.figure}>{format.money({ amount: total, currency })}</td>
      <td className={classes.more}>
        <ActionMenu
          target={
            <button
              type="button"
              className={classes.moreButton}
              aria-label={t('common.moreFor', { name: number })}
            >
              <IconDots size={18} aria-hidden />
            </button>
          }
          items={[{ label: t('orders.record.open'), icon: <IconReceipt size={16} />, onClick: open }]}
        />
      </td>
    </tr>
  )
}

/** “delivered · FedEx 7788 1203” */
const shipmentsText = ({ shipments }: OrderRow): string =>
  shipments
    .map(({ status, carrier, trackingNumber }) =>
      [status, [carrier, trackingNumber].filter(Boolean).join(' ')].filter(Boolean).join(' · '),
    )
    .filter(Boolean)
    .join(', ')
