import { Badge, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '../../../ui/data-list.tsx'
import { Money } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import type { Customer } from '../customers.api.ts'
import { BlockPlace } from './in-place/value-place.tsx'
import classes from './record.module.css'

type Item = readonly [string, ReactNode]

const switches = [
  'onAccount',
  'onHold',
  'requirePurchaseOrder',
  'noMinimumOrder',
  'noDeliveryCharge',
] as const

/** What was agreed on orders and invoices. */
export function Billing({ customer: { billing } }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const on = switches.filter((field) => billing[field])
  const items: readonly Item[] = [
    ...(billing.discountPercent > 0
      ? [[t('customerFields.parts.discountPercent'), `${format.number(billing.discountPercent)} %`] as const]
      : []),
    ...(billing.creditLimit === null
      ? []
      : [
          [t('customerFields.parts.creditLimit'), <Money key="limit" value={billing.creditLimit} />] as const,
        ]),
    ...(['paymentTerms', 'invoiceNotes'] as const).flatMap((field) =>
      billing[field] === null ? [] : [[t(`customerFields.parts.${field}`), billing[field]] as const],
    ),
    ...(billing.invoiceEmails.length === 0
      ? []
      : [[t('customerFields.parts.invoiceEmails'), billing.invoiceEmails.join(', ')] as const]),
  ]
  return (
    <Panel title={t('customerRecord.overview.billing')}>
      <BlockPlace part="billing" label={t('customerFields.billing')}>
        {on.length > 0 && (
          <div className={classes.marks}>
            {on.map((field) => (
              <Badge
                key={field}
                variant="default"
                tt="none"
                color={field === 'onHold' ? 'orange.8' : undefined}
              >
                {t(`customerFields.parts.${field}`)}
              </Badge>
            ))}
          </div>
        )}
        {items.length > 0 && <DataList items={items} />}
        {items.length + on.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('customerRecord.overview.nothingBilling')}
          </Text>
        )}
      </BlockPlace>
    </Panel>
  )
}
