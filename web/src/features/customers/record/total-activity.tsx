import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { averageOf } from '../../../kernel/amounts.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { Money } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Customer } from '../customers.api.ts'

/** Since the beginning; of an organization with what its contacts ordered for it. */
export function TotalActivity({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { orders, revenueTotal } = customer
  const average = averageOf(revenueTotal, orders)
  if (average === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('customerRecord.total.none')}
      </Text>
    )
  }
  return (
    <DataList
      items={[
        [t('customerRecord.total.spent'), <Money key="spent" value={revenueTotal} />],
        [t('customerFields.orders'), format.number(orders)],
        [t('customerRecord.total.average'), <Money key="average" value={average} />],
      ]}
    />
  )
}
