import { ActionIcon, Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { CountrySelect } from '../../../ui/place-select.tsx'
import { type AddressPart, fieldOrder, layoutOf } from '../address-layouts.ts'
import classes from './form.module.css'
import { useCustomerForm, useIsRequired } from './form-context.ts'
import { newAddress } from './values.ts'

export function AddressesField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const { country } = useFormat()
  const { addresses } = form.values
  return (
    <Stack gap="md">
      {addresses.map((address, at) => (
        <AddressCard key={address.key} at={at} isOnly={addresses.length === 1} />
      ))}
      {addresses.length < 50 && (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} />}
          className={classes.adder}
          onClick={() => form.insertListItem('addresses', newAddress(country, addresses.length === 0))}
        >
          {t('customerForm.address.add')}
        </Button>
      )}
    </Stack>
  )
}

type CardProps = Readonly<{
  at: number
  isOnly: boolean
  /** Edited by itself, the card has no head. */
  isAlone?: boolean
}>

export function AddressCard({ at, isOnly, isAlone = false }: CardProps) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const address = form.values.addresses[at]
  if (address === undefined) return null
  const position = at + 1
  const title = t('customerForm.address.numbered', { position })
  return (
    <fieldset className={classes.address} aria-label={title}>
      {!isOnly && !isAlone && (
        <div className={classes.addressHead}>
          <strong>{address.label.trim() || title}</strong>
          <ActionIcon
            aria-label={t('customerForm.address.remove', { position })}
            onClick={() => form.removeListItem('addresses', at)}
          >
            <IconTrash size={18} stroke={1.75} />
          </ActionIcon>
        </div>
      )}
      <div className={classes.addressParts}>
        <CountrySelect
          label={t('customerForm.address.country')}
          description={
            address.country === '' && address.countryText !== ''
              ? t('customerForm.address.countryText', { text: address.countryText })
              : undefined
          }
          className={classes.half}
          clearable
          {...form.getInputProps(`addresses.${at}.country`)}
          value={address.country || null}
          onChange={(country) => form.setFieldValue(`addresses.${at}.country`, country ?? '')}
        />
        <TextInput
          label={t('customerForm.address.label')}
          placeholder={t('customerForm.address.labelHint')}
          autoComplete="off"
          maxLength={100}
          className={classes.half}
          {...form.getInputProps(`addresses.${at}.label`)}
        />
        {fieldOrder(address.country, address).map((part) => (
          <PartField key={part} at={at} part={part} country={address.country} />
        ))}
        {(!isOnly || address.gateCode !== '') && (
          <TextInput
            label={t('customerForm.address.gateCode')}
            autoComplete="off"
            maxLength={100}
            className={classes.postalCode}
            {...form.getInputProps(`addresses.${at}.gateCode`)}
          />
        )}
      </div>
      {!isOnly && <Defaults at={at} />}
    </fieldset>
  )
}

function PartField({ at, part, country }: Readonly<{ at: number; part: AddressPart; country: string }>) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const required = useIsRequired('address') && at === 0 && part === 'line1'
  const layout = layoutOf(country)
  const labels: Readonly<Record<AddressPart, string>> = {
    line1: t('customerForm.address.line1'),
    line2: t('customerForm.address.line2'),
    city: t(`customerForm.address.city.${layout.city}`),
    state: t(`customerForm.address.state.${layout.state}`),
    postalCode: t(`customerForm.address.postalCode.${layout.postalCode}`),
  }
  return (
    <TextInput
      label={labels[part]}
      withAsterisk={required}
      autoComplete="off"
      maxLength={part === 'postalCode' ? 40 : part.startsWith('line') ? 300 : 200}
      className={classes[part]}
      {...form.getInputProps(`addresses.${at}.${part}`)}
    />
  )
}

/** One address only is the default of each kind: choosing it here takes it from the others. */
function Defaults({ at }: Readonly<{ at: number }>) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const choose = (key: 'isBilling' | 'isDelivery') =>
    form.setFieldValue(
      'addresses',
      form.getValues().addresses.map((address, index) => ({ ...address, [key]: index === at })),
    )
  return (
    <Group gap="lg" mt="sm">
      <Checkbox
        label={t('customerForm.address.billing')}
        checked={form.values.addresses[at]?.isBilling ?? false}
        onChange={() => choose('isBilling')}
      />
      <Checkbox
        label={t('customerForm.address.delivery')}
        checked={form.values.addresses[at]?.isDelivery ?? false}
        onChange={() => choose('isDelivery')}
      />
    </Group>
  )
}
