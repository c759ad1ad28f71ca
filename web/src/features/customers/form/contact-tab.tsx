import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../../ui/page.tsx'
import type { Customer } from '../customers.api.ts'
import { AddressesField } from './addresses-field.tsx'
import { ConsentField } from './consent-field.tsx'
import { EmailField, EmailListField } from './email-fields.tsx'
import { PhonesField } from './phones-field.tsx'
import { TextField } from './text-field.tsx'

export function ContactTab({ consent }: Readonly<{ consent: Customer['consent'] | null }>) {
  const { t } = useTranslation()
  return (
    <>
      <Panel title={t('customerForm.phonesTitle')}>
        <PhonesField />
      </Panel>
      <Panel title={t('customerForm.emailsTitle')}>
        <Stack gap="md">
          <EmailField />
          <EmailListField
            path="additionalEmails"
            label={t('customerFields.additionalEmails')}
            hint={t('customerForm.additionalEmailsHint')}
          />
        </Stack>
      </Panel>
      <Panel title={t('customerForm.address.title')}>
        <Stack gap="md">
          <AddressesField />
          <TextField name="gateCode" maw={240} />
        </Stack>
      </Panel>
      <Panel title={t('customerFields.consent')} description={t('customerForm.consentHint')}>
        <ConsentField standing={consent} />
      </Panel>
    </>
  )
}
