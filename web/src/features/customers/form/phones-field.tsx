import { ActionIcon, Button, Radio, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../../api/queries.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import classes from './form.module.css'
import { useCustomerForm, useIsRequired } from './form-context.ts'
import { phoneCountry } from './phone-country.ts'
import { PhoneInput } from './phone-input.tsx'
import { newPhone } from './values.ts'

const kinds = ['mobile', 'personal', 'work', 'home', 'fax', 'other'] as const

export function PhonesField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const country = usePhoneCountry()
  const group = useId()
  const { phones, type } = form.values
  const setPrimary = (chosen: number) =>
    form.setFieldValue(
      'phones',
      form.getValues().phones.map((phone, at) => ({ ...phone, isPrimary: at === chosen })),
    )
  const remove = (at: number) => {
    const wasPrimary = phones[at]?.isPrimary
    form.removeListItem('phones', at)
    if (wasPrimary) setPrimary(0)
  }
  return (
    <Stack gap="md" align="stretch" className={classes.room}>
      {phones.map((phone, at) => (
        <PhoneRow
          key={phone.key}
          at={at}
          country={country}
          group={group}
          isOnly={phones.length === 1}
          onPrimary={() => setPrimary(at)}
          onRemove={() => remove(at)}
        />
      ))}
      {phones.length < 50 && (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} />}
          className={classes.adder}
          onClick={() => form.insertListItem('phones', newPhone(type, phones.length === 0))}
        >
          {t('customerForm.phone.add')}
        </Button>
      )}
    </Stack>
  )
}

/** The first number, where somebody new is entered: it is the same as on the tab of contact data. */
export function FirstPhoneField() {
  const { t } = useTranslation()
  const required = useIsRequired('phone')
  return (
    <PhoneInput at={0} label={t('customerFields.phone')} country={usePhoneCountry()} required={required} />
  )
}

function usePhoneCountry(): string {
  const form = useCustomerForm()
  const stores = useQuery(storesQuery)
  return phoneCountry(form.values, [...(stores.data ?? [])], useFormat().country)
}

type RowProps = Readonly<{
  at: number
  country: string
  group: string
  isOnly: boolean
  onPrimary: () => void
  onRemove: () => void
}>

function PhoneRow({ at, country, group, isOnly, onPrimary, onRemove }: RowProps) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const required = useIsRequired('phone') && at === 0
  const position = at + 1
  return (
    <fieldset className={classes.phone} aria-label={t('customerForm.phone.legend', { position })}>
      <Select
        label={t('customerForm.phone.kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(`customerFields.phoneKinds.${kind}`) }))}
        allowDeselect={false}
        autoComplete="off"
        className={classes.phoneKind}
        {...form.getInputProps(`phones.${at}.kind`)}
      />
      <PhoneInput
        at={at}
        label={t('customerForm.phone.number')}
        country={country}
        required={required}
        className={classes.phoneNumber ?? ''}
      />
      <TextInput
        label={t('customerForm.phone.extension')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        className={classes.phoneExtension}
        {...form.getInputProps(`phones.${at}.extension`)}
      />
      {!isOnly && (
        <div className={classes.phoneTail}>
          <Radio
            name={group}
            label={t('customerForm.phone.primary')}
            aria-label={t('customerForm.phone.primaryOf', { position })}
            checked={form.values.phones[at]?.isPrimary ?? false}
            onChange={onPrimary}
          />
          <ActionIcon aria-label={t('customerForm.phone.remove', { position })} onClick={onRemove}>
            <IconTrash size={18} stroke={1.75} />
          </ActionIcon>
        </div>
      )}
    </fieldset>
  )
}
