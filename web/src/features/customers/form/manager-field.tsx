import { ActionIcon, InputBase } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CustomerPicker } from '../customer-picker.tsx'
import { useCustomerForm } from './form-context.ts'

/** The person to talk to at a business. */
export function ManagerField({ ownId }: Readonly<{ ownId: string | null }>) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const { manager } = form.values
  const label = t('customerFields.manager')
  if (manager !== null) {
    return (
      <InputBase
        label={label}
        readOnly
        value={manager.name}
        error={form.errors.manager}
        data-path="manager"
        rightSection={
          <ActionIcon
            size="sm"
            aria-label={t('customerForm.picker.clear', { name: manager.name })}
            onClick={() => form.setFieldValue('manager', null)}
          >
            <IconX size={16} />
          </ActionIcon>
        }
      />
    )
  }
  return (
    <CustomerPicker
      type="personal"
      label={label}
      placeholder={t('customerForm.managerHint')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      error={form.errors.manager}
      data-path="manager"
      without={ownId === null ? [] : [ownId]}
      onPick={({ id, name }) => form.setFieldValue('manager', { id, name })}
    />
  )
}
