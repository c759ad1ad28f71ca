import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import type { Order } from '../orders.api.ts'
import classes from './order-items.module.css'

type Item = Order['items'][number]
type Props = Readonly<{ order: Order }>

/** What was bought, line by line. */
export function OrderItems({ order: { items, currency } }: Props) {
  const { t } = useTranslation()
  if (items.length === 0) {
    return <Panel title={t('orders.page.items')}>{t('orders.page.noItems')}</Panel>
  }
  return (
    <Panel title={t('orders.page.items')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('orders.page.item')}</th>
            <th scope="col">{t('orders.page.quantity')}</th>
            <th scope="col">{t('orders.page.unit')}</th>
            <th scope="col">{t('orders.page.discount')}</th>
            <th scope="col">{t('orders.page.total')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place.
            <ItemRow key={n} item={item} currency={currency} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function ItemRow({ item, currency }: Readonly<{ item: Item; currency: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  const { name, sku, category, quantity, unitAmount, unitPrice, modifiers, grossAmount, totalAmount } = item
  // By a rate or by an amount, or both.
  const discount = grossAmount - totalAmount
  const about = [sku === null || name === null ? null : t('orders.page.sku', { sku }), category]
  const unit =
    unitPrice === null
      ? unitAmount === null
        ? ''
        : money(unitAmount)
      : format.price({ price: unitPrice, currency })
  return (
    <tr>
      <th scope="row">
        <bdi>{name ?? sku ?? t('orders.page.unnamed')}</bdi>
        {about.some(Boolean) && <span className={classes.about}>{about.filter(Boolean).join(' · ')}</span>}
        {modifiers.length > 0 && (
          <ul className={classes.modifiers}>
            {modifiers.map(({ name, amount }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place.
              <li key={n}>
                <bdi>{amount === 0 ? name : t('orders.page.with', { name, amount: money(amount) })}</bdi>
              </li>
            ))}
          </ul>
        )}
      </th>
      <td data-label={t('orders.page.quantity')}>{format.decimal(quantity)}</td>
      <td data-label={t('orders.page.unit')}>{unit}</td>
      <td data-label={t('orders.page.discount')} data-none={discount === 0 || undefined}>
        {discount === 0 ? '–' : money(-discount)}
      </td>
      <td className={classes.total}>{money(totalAmount)}</td>
    </tr>
  )
}
