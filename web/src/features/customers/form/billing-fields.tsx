import { NumberInput, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { minorDigits } from './currency.ts'
import { EmailListField } from './email-fields.tsx'
import classes from './form.module.css'
import { useCustomerForm } from './form-context.ts'

const switches = [
  'onAccount',
  'onHold',
  'requirePurchaseOrder',
  'noMinimumOrder',
  'noDeliveryCharge',
] as const

/** What was agreed with a business on orders and invoices. */
export function BillingFields() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const { currency } = useFormat()
  return (
    <Stack gap="md">
      <div className={classes.switches}>
        {switches.map((field) => (
          <Switch
            key={field}
            label={t(`customerFields.parts.${field}`)}
            {...form.getInputProps(`billing.${field}`, { type: 'checkbox' })}
          />
        ))}
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t('customerFields.parts.discountPercent')}
          suffix=" %"
          min={0}
          max={100}
          decimalScale={2}
          hideControls
          {...form.getInputProps('billing.discountPercent')}
        />
        <NumberInput
          label={t('customerFields.parts.creditLimit')}
          leftSection={<span className={classes.currency}>{currency}</span>}
          leftSectionWidth={52}
          min={0}
          decimalScale={minorDigits(currency)}
          thousandSeparator
          hideControls
          {...form.getInputProps('billing.creditLimit')}
        />
      </SimpleGrid>
      <TextInput
        label={t('customerFields.parts.paymentTerms')}
        autoComplete="off"
        maxLength={1000}
        {...form.getInputProps('billing.paymentTerms')}
      />
      <EmailListField path="billing.invoiceEmails" label={t('customerFields.parts.invoiceEmails')} />
      <Textarea
        label={t('customerFields.parts.invoiceNotes')}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={20_000}
        {...form.getInputProps('billing.invoiceNotes')}
      />
    </Stack>
  )
}
