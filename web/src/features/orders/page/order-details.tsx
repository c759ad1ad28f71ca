import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '../../../ui/data-list.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import { useSourceText } from '../../../ui/source-names.ts'
import { usePlacedText, useStoreZone } from '../order-words.ts'
import type { Order } from '../orders.api.ts'
import classes from './order-page.module.css'
import { useRecurrenceText } from './use-recurrence-text.ts'

/** Where it came from and what else is known; what its source did not say is left out. */
export function OrderDetails({ order }: Readonly<{ order: Order }>) {
  const { t } = useTranslation()
  const sourceText = useSourceText([order.source])
  const format = useFormat()
  const placed = usePlacedText()
  const zone = useStoreZone()(order.store)
  const repeats = useRecurrenceText()
  const { recurrence, fulfilAt, sourceUpdatedAt, note } = order
  const instant = (at: string | null) => at && format.dateTime(at, zone)
  const items: readonly (readonly [string, ReactNode])[] = [
    [t('orders.details.placed'), placed(order)],
    [t('orders.details.fulfil'), instant(fulfilAt)],
    [t('orders.details.store'), order.store?.name],
    [t('orders.details.channel'), t(`orders.channels.${order.channel}`)],
    [t('orders.details.kind'), t(`orders.kinds.${order.kind}`)],
    [t('orders.details.recurrence'), recurrence && repeats(recurrence.rule)],
    [t('orders.details.next'), instant(recurrence?.nextAt ?? null)],
    [t('orders.details.receipt'), order.receiptNumber],
    [t('orders.details.purchaseOrder'), order.purchaseOrder],
    [t('orders.details.staff'), order.staff],
    [t('orders.details.source'), sourceText(order.source)],
    [t('orders.details.externalId'), order.externalId],
    [t('orders.details.updated'), instant(sourceUpdatedAt)],
  ]
  return (
    <>
      {note !== null && (
        <Panel title={t('orders.details.note')}>
          <p className={classes.note}>
            <bdi>{note}</bdi>
          </p>
        </Panel>
      )}
      <Panel title={t('orders.details.title')}>
        <DataList items={items.filter(([, value]) => value != null)} />
      </Panel>
    </>
  )
}
