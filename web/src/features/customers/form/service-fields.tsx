import { Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCustomerForm } from './form-context.ts'

/** The mark that this customer is not served, and why. */
export function ServiceFields() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <Stack gap="md">
      <Switch
        label={t('customerFields.doNotServe')}
        description={t('customerForm.doNotServeHint')}
        color="red.8"
        {...form.getInputProps('doNotServe.value', { type: 'checkbox' })}
      />
      {(form.values.doNotServe.value || form.values.doNotServe.reason !== '') && (
        <TextInput
          label={t('customerForm.doNotServeReason')}
          autoComplete="off"
          maxLength={1000}
          {...form.getInputProps('doNotServe.reason')}
        />
      )}
    </Stack>
  )
}
