import { SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../../ui/page.tsx'
import { TagPicker } from '../tag-picker.tsx'
import { useOrganizationsWord } from '../use-organizations-word.ts'
import { BirthdayField } from './birthday-field.tsx'
import { EmailField } from './email-fields.tsx'
import { useCustomerForm } from './form-context.ts'
import { LanguageField } from './language-field.tsx'
import { ManagerField } from './manager-field.tsx'
import { OrganizationsField } from './organizations-field.tsx'
import { FirstPhoneField } from './phones-field.tsx'
import { type PhotoChange, PhotoField } from './photo-field.tsx'
import {
  AnniversaryField,
  GenderField,
  NationalityField,
  NotesField,
  TaxExemptField,
  WebsiteField,
} from './plain-fields.tsx'
import { TextField } from './text-field.tsx'

type Props = Readonly<{
  ownId: string | null
  photoUrl: string | null
  photo: PhotoChange
  onPhoto: (change: PhotoChange) => void
}>

export function GeneralTab({ ownId, photoUrl, photo, onPhoto }: Props) {
  const form = useCustomerForm()
  const photoField = <PhotoField current={photoUrl} change={photo} onChange={onPhoto} />
  return form.values.type === 'business' ? (
    <BusinessGeneral ownId={ownId}>{photoField}</BusinessGeneral>
  ) : (
    <PersonGeneral isNew={ownId === null}>{photoField}</PersonGeneral>
  )
}

type PersonProps = Readonly<{ isNew: boolean; children: React.ReactNode }>

function PersonGeneral({ isNew, children }: PersonProps) {
  const { t } = useTranslation()
  const organizations = useOrganizationsWord()
  return (
    <>
      <Panel title={t('customerForm.name')}>
        <Stack gap="md">
          {children}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextField name="firstName" />
            <TextField name="lastName" />
            <TextField name="middleName" />
            <TextField name="nickname" />
            <TextField name="salutation" />
          </SimpleGrid>
        </Stack>
      </Panel>
      {isNew && (
        <Panel title={t('customerForm.reach')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <FirstPhoneField />
            <EmailField />
          </SimpleGrid>
        </Panel>
      )}
      <Panel title={t('customerForm.personal')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <BirthdayField />
          <GenderField />
          <NationalityField />
          <LanguageField />
          <AnniversaryField />
          <TextField name="idNumber" />
        </SimpleGrid>
      </Panel>
      <Panel title={organizations}>
        <OrganizationsField />
      </Panel>
      <TagsAndNotes />
    </>
  )
}

function BusinessGeneral({ ownId, children }: Readonly<{ ownId: string | null; children: React.ReactNode }>) {
  const { t } = useTranslation()
  return (
    <>
      <Panel title={t('customerForm.company')}>
        <Stack gap="md">
          {children}
          <TextField name="businessName" withAsterisk />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextField name="registrationNumber" />
            <TextField name="industry" />
            <TextField name="taxId" />
            <WebsiteField />
          </SimpleGrid>
          <TaxExemptField />
          <ManagerField ownId={ownId} />
        </Stack>
      </Panel>
      <TagsAndNotes />
    </>
  )
}

function TagsAndNotes() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  return (
    <Panel title={t('customerForm.groupTags')}>
      <Stack gap="md">
        <TagPicker
          label={t('customerFields.tags')}
          value={form.values.tags}
          error={form.errors.tags}
          onChange={(tags) => form.setFieldValue('tags', tags)}
        />
        <NotesField />
      </Stack>
    </Panel>
  )
}
