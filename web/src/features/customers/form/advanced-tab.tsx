import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataList } from '../../../ui/data-list.tsx'
import { Panel } from '../../../ui/page.tsx'
import { useSourceText } from '../../../ui/source-names.ts'
import { AttributePanels } from './attribute-fields.tsx'
import { BillingFields } from './billing-fields.tsx'
import { useCustomerForm, useFacts } from './form-context.ts'
import { LanguageField } from './language-field.tsx'
import { AccountTypeField, TaxExemptField, WebsiteField } from './plain-fields.tsx'
import { ServiceFields } from './service-fields.tsx'
import { StoresField } from './stores-field.tsx'
import { TextField } from './text-field.tsx'

export function AdvancedTab() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const isBusiness = form.values.type === 'business'
  return (
    <>
      <Panel title={t('customerForm.account')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField name="number" description={t('customerForm.numberHint')} />
          <AccountTypeField />
          <TextField name="salesperson" />
          {isBusiness && <LanguageField />}
        </SimpleGrid>
      </Panel>
      {isBusiness && (
        <Panel title={t('customerFields.billing')}>
          <BillingFields />
        </Panel>
      )}
      <Panel title={t('customerForm.stores.label')} description={t('customerForm.stores.hint')}>
        <StoresField />
      </Panel>
      <AttributePanels />
      {!isBusiness && <SoleTrader />}
      <Panel title={t('customerForm.service')}>
        <ServiceFields />
      </Panel>
      <ExternalIds />
    </>
  )
}

function SoleTrader() {
  const { t } = useTranslation()
  return (
    <Panel title={t('customerForm.soleTrader')} description={t('customerForm.soleTraderHint')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField name="businessName" label={t('customerForm.ownName')} />
        <TextField name="taxId" />
        <WebsiteField />
        <TaxExemptField mt={{ base: 0, xs: 30 }} />
      </SimpleGrid>
    </Panel>
  )
}

function ExternalIds() {
  const { t } = useTranslation()
  const { externalIds } = useFacts()
  const sourceText = useSourceText(Object.keys(externalIds))
  const ids = Object.entries(externalIds).map(([source, id]) => [sourceText(source), id] as const)
  if (ids.length === 0) return null
  return (
    <Panel title={t('customerFields.externalIds')} description={t('customerForm.externalHint')}>
      <DataList items={ids} />
    </Panel>
  )
}
