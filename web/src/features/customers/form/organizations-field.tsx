import { ActionIcon, Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomerPicker } from '../customer-picker.tsx'
import classes from './form.module.css'
import { useCustomerForm } from './form-context.ts'

/** Where a person belongs: one row an organization, the main one chosen among them. */
export function OrganizationsField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const group = useId()
  const { organizations } = form.values
  const remove = (id: string) => {
    const left = form.getValues().organizations.filter((one) => one.id !== id)
    const hasPrimary = left.some((one) => one.isPrimary)
    form.setFieldValue(
      'organizations',
      left.map((one, at) => (hasPrimary || at > 0 ? one : { ...one, isPrimary: true })),
    )
  }
  return (
    <Stack gap="sm" className={classes.room}>
      {organizations.length > 0 && (
        <div>
          {organizations.map((one, at) => (
            <OrganizationRow key={one.id} at={at} group={group} onRemove={() => remove(one.id)} />
          ))}
        </div>
      )}
      <CustomerPicker
        type="business"
        label={t('customerForm.organizations.add')}
        placeholder={t('customerForm.organizations.search')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        error={form.errors.organizations}
        data-path="organizations"
        without={organizations.map(({ id }) => id)}
        onPick={({ id, name, number }) =>
          form.insertListItem('organizations', {
            id,
            name,
            number,
            title: '',
            isManager: false,
            isPrimary: organizations.length === 0,
            from: null,
            until: null,
          })
        }
      />
    </Stack>
  )
}

type RowProps = Readonly<{ at: number; group: string; onRemove: () => void }>

function OrganizationRow({ at, group, onRemove }: RowProps) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const organization = form.values.organizations[at]
  if (organization === undefined) return null
  const { name, number } = organization
  const setPrimary = () =>
    form.setFieldValue(
      'organizations',
      form.getValues().organizations.map((one, index) => ({ ...one, isPrimary: index === at })),
    )
  return (
    <div className={classes.organization}>
      <span className={classes.organizationName}>
        <bdi>{name}</bdi>
        {number !== null && (
          <Text span size="xs" c="dimmed" ml={6}>
            {number}
          </Text>
        )}
      </span>
      <TextInput
        aria-label={`${t('customerForm.organizations.title')}: ${name}`}
        placeholder={t('customerForm.organizations.title')}
        autoComplete="off"
        maxLength={200}
        className={classes.organizationTitle}
        {...form.getInputProps(`organizations.${at}.title`)}
      />
      <Checkbox
        label={t('customerForm.organizations.isManager')}
        aria-label={`${t('customerForm.organizations.isManager')}: ${name}`}
        {...form.getInputProps(`organizations.${at}.isManager`, { type: 'checkbox' })}
      />
      <Radio
        name={group}
        label={t('customerForm.organizations.primary')}
        aria-label={`${t('customerForm.organizations.primary')}: ${name}`}
        checked={organization.isPrimary}
        onChange={setPrimary}
      />
      <ActionIcon
        className={classes.organizationRemove}
        aria-label={t('customerForm.organizations.remove', { name })}
        onClick={onRemove}
      >
        <IconX size={18} stroke={1.75} />
      </ActionIcon>
    </div>
  )
}
