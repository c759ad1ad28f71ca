import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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
import {
  AccountTypeField,
  AnniversaryField,
  GenderField,
  NationalityField,
  NotesField,
  TaxExemptField,
  WebsiteField,
} from '../../form/plain-fields.tsx'
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
    website: <WebsiteField />,
    notes: <NotesField description={t('customerRecord.inPlace.lines')} />,
    gender: <GenderField />,
    nationality: <NationalityField />,
    anniversary: <AnniversaryField />,
    accountType: <AccountTypeField />,
    taxExempt: <TaxExemptField />,
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
