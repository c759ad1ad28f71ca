import { Autocomplete, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '../../../../ui/place-select.tsx'
import type { Customer } from '../../customers.api.ts'
import { AddressCard } from '../../form/addresses-field.tsx'
import { AttributeField } from '../../form/attribute-fields.tsx'
import { BillingFields } from '../../form/billing-fields.tsx'
import { BirthdayField } from '../../form/birthday-field.tsx'
import { ConsentField } from '../../form/consent-field.tsx'
import { EmailField, EmailListField } from '../../form/email-fields.tsx'
import { useCustomerForm, useFacts } from '../../form/form-context.ts'
import { LanguageField } from '../../form/language-field.tsx'
import { ManagerField } from '../../form/manager-field.tsx'
import { OrganizationsField } from '../../form/organizations-field.tsx'
import { PhonesField } from '../../form/phones-field.tsx'
import { ServiceFields } from '../../form/service-fields.tsx'
import { StoresField } from '../../form/stores-field.tsx'
import { TextField } from '../../form/text-field.tsx'
import { type TextField as TextFieldName, textFields } from '../../form/values.ts'
import { idOf, type Part } from './parts.ts'

type Props = Readonly<{ part: Part; base: Customer }>

/** The fields of the form that a part of the record is made of. */
export function EditorFields({ part, base }: Props) {
  const special = useSpecialFields(base)
  const [address, attribute] = [idOf(part, 'address'), idOf(part, 'attribute')]
  if (address !== null) return <OneAddress id={address} />
  if (attribute !== null) return <OneAttribute attributeKey={attribute} />
  if (part in special) return special[part as keyof typeof special]
  return textFields.includes(part as TextFieldName) ? <TextField name={part as TextFieldName} /> : null
}

function useSpecialFields(base: Customer) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return {
    name: <NameFields isBusiness={base.type === 'business'} />,
    phones: <PhonesField />,
    emails: (
      <Stack gap="sm">
        <EmailField />
        <EmailListField path="additionalEmails" label={t('customerFields.additionalEmails')} />
      </Stack>
    ),
    organizations: <OrganizationsField />,
    manager: <ManagerField ownId={base.id} />,
    stores: <StoresField />,
    consent: <ConsentField standing={base.consent} />,
    billing: <BillingFields />,
    doNotServe: <ServiceFields />,
    dateOfBirth: <BirthdayField />,
    preferredLanguage: <LanguageField />,
    website: (
      <TextField name="website" type="url" inputMode="url" placeholder="example.com" spellCheck={false} />
    ),
    notes: (
      <Textarea
        label={t('customerFields.notes')}
        description={t('customerRecord.inPlace.lines')}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={20_000}
        {...form.getInputProps('notes')}
      />
    ),
    gender: (
      <Autocomplete
        label={t('customerFields.gender')}
        data={(['female', 'male', 'nonBinary'] as const).map((one) => t(`customerFields.genders.${one}`))}
        autoComplete="off"
        maxLength={100}
        {...form.getInputProps('gender')}
      />
    ),
    nationality: (
      <CountrySelect
        label={t('customerFields.nationality')}
        clearable
        {...form.getInputProps('nationality')}
        value={form.values.nationality || null}
        onChange={(country) => form.setFieldValue('nationality', country ?? '')}
      />
    ),
    anniversary: (
      <TextInput
        type="date"
        label={t('customerFields.anniversary')}
        max="9999-12-31"
        {...form.getInputProps('anniversary')}
      />
    ),
    accountType: (
      <Select
        label={t('customerFields.accountType')}
        data={(['guest', 'registered'] as const).map((value) => ({
          value,
          label: t(`customerFields.accountTypes.${value}`),
        }))}
        allowDeselect={false}
        autoComplete="off"
        {...form.getInputProps('accountType')}
      />
    ),
    taxExempt: (
      <Switch
        label={t('customerFields.taxExempt')}
        {...form.getInputProps('taxExempt', { type: 'checkbox' })}
      />
    ),
  } satisfies Partial<Record<Part, ReactNode>>
}

function NameFields({ isBusiness }: Readonly<{ isBusiness: boolean }>) {
  if (isBusiness) return <TextField name="businessName" />
  return (
    <Stack gap="xs">
      <TextField name="firstName" />
      <TextField name="lastName" />
    </Stack>
  )
}

/** By its id; the one to come stands last. */
function OneAddress({ id }: Readonly<{ id: string }>) {
  const { addresses } = useCustomerForm().values
  const at = id === 'new' ? addresses.length - 1 : addresses.findIndex((one) => one.id === id)
  return <AddressCard at={at} isOnly={addresses.length === 1} isAlone />
}

function OneAttribute({ attributeKey }: Readonly<{ attributeKey: string }>) {
  const attribute = useFacts().attributes.find(({ key }) => key === attributeKey)
  return attribute === undefined ? null : <AttributeField attribute={attribute} />
}
