// Fields that are their entry in the form and nothing more. The form and the record show the same ones.
import {
  Autocomplete,
  Combobox,
  Select,
  Switch,
  type SwitchProps,
  Textarea,
  type TextareaProps,
  TextInput,
} from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '../../../ui/place-select.tsx'
import { useCustomerForm } from './form-context.ts'
import { TextField } from './text-field.tsx'

const genders = ['female', 'male', 'nonBinary'] as const
const accountTypes = ['guest', 'registered'] as const

export function GenderField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <Autocomplete
      label={t('customerFields.gender')}
      placeholder={t('customerForm.genderHint')}
      data={genders.map((one) => t(`customerFields.genders.${one}`))}
      autoComplete="off"
      maxLength={100}
      rightSection={<Combobox.Chevron />}
      rightSectionPointerEvents="none"
      {...form.getInputProps('gender')}
    />
  )
}

export function NationalityField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <CountrySelect
      label={t('customerFields.nationality')}
      clearable
      {...form.getInputProps('nationality')}
      value={form.values.nationality || null}
      onChange={(country) => form.setFieldValue('nationality', country ?? '')}
    />
  )
}

export function AnniversaryField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <TextInput
      type="date"
      label={t('customerFields.anniversary')}
      max="9999-12-31"
      {...form.getInputProps('anniversary')}
    />
  )
}

export function AccountTypeField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <Select
      label={t('customerFields.accountType')}
      data={accountTypes.map((value) => ({ value, label: t(`customerFields.accountTypes.${value}`) }))}
      allowDeselect={false}
      autoComplete="off"
      {...form.getInputProps('accountType')}
    />
  )
}

export const WebsiteField = () => (
  <TextField name="website" type="url" inputMode="url" placeholder="example.com" spellCheck={false} />
)

export function TaxExemptField(props: Pick<SwitchProps, 'mt'>) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <Switch
      label={t('customerFields.taxExempt')}
      {...form.getInputProps('taxExempt', { type: 'checkbox' })}
      {...props}
    />
  )
}

export function NotesField(props: Pick<TextareaProps, 'description'>) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <Textarea
      label={t('customerFields.notes')}
      autosize
      minRows={3}
      maxRows={16}
      maxLength={20_000}
      {...form.getInputProps('notes')}
      {...props}
    />
  )
}
