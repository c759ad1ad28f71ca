import { Select, SimpleGrid, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataList } from '../../../ui/data-list.tsx'
import { Panel } from '../../../ui/page.tsx'
import { AttributePanels } from './attribute-fields.tsx'
import { BillingFields } from './billing-fields.tsx'
import { useCustomerForm, useFacts } from './form-context.ts'
import { LanguageField } from './language-field.tsx'
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
  const form = useCustomerForm()
  return (
    <Panel title={t('customerForm.soleTrader')} description={t('customerForm.soleTraderHint')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField name="businessName" />
        <TextField name="taxId" />
        <TextField name="website" type="url" inputMode="url" placeholder="example.com" spellCheck={false} />
        <Switch
          mt={{ base: 0, xs: 30 }}
          label={t('customerFields.taxExempt')}
          {...form.getInputProps('taxExempt', { type: 'checkbox' })}
        />
      </SimpleGrid>
    </Panel>
  )
}

function ExternalIds() {
  const { t } = useTranslation()
  const ids = Object.entries(useFacts().externalIds)
  if (ids.length === 0) return null
  return (
    <Panel title={t('customerFields.externalIds')} description={t('customerForm.externalHint')}>
      <DataList items={ids} />
    </Panel>
  )
}
