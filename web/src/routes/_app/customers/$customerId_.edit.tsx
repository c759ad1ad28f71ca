import { Alert, Button } from '@mantine/core'
import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { customerQuery } from '../../../features/customers/customers.api.ts'
import { CustomerForm } from '../../../features/customers/form/customer-form.tsx'
import { useReturn } from '../../../features/customers/form/use-return.ts'
import { valuesOf, withBlankRows } from '../../../features/customers/form/values.ts'
import { loadTexts } from '../../../locales/i18n.ts'
import { backLook } from '../../../ui/back.tsx'
import { Forbidden } from '../../../ui/error-state.tsx'
import { useFormat, useName } from '../../../ui/format-context.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useRecordFocus } from '../../../ui/use-record-focus.ts'

export const Route = createFileRoute('/_app/customers/$customerId_/edit')({
  // What is edited is read anew: an old copy would only end in a conflict.
  loader: async ({ context, params }) => {
    const [customer] = await Promise.all([
      context.queryClient.fetchQuery({ ...customerQuery(params.customerId), staleTime: 0 }),
      loadTexts('customerForm'),
      // Of a conflict the versions are told as in the history of the record.
      loadTexts('customerRecord'),
    ])
    return customer
  },
  component: EditCustomerPage,
})

const route = getRouteApi('/_app/customers/$customerId_/edit')

function EditCustomerPage() {
  const { t } = useTranslation()
  const { country } = useFormat()
  const loaded = route.useLoaderData()
  const [customer] = useState(loaded)
  const [values] = useState(() => withBlankRows(valuesOf(loaded), country))
  const { leave, afterUpdate } = useReturn(customer.id)
  const name = useName(customer.displayName)
  useRecordFocus(`/customers/${customer.id}`)
  if (!useCan()('customers.write')) return <Forbidden />
  return (
    <Page width="narrow">
      <PageHeader
        title={t('customerForm.edit', { name })}
        aside={t(`customerFields.types.${customer.type}`)}
        back={
          <Button {...backLook} onClick={leave}>
            {t('customerForm.back')}
          </Button>
        }
      />
      <CustomerForm
        type={customer.type}
        values={values}
        customer={customer}
        onSaved={afterUpdate}
        onLeave={leave}
      >
        {customer.status === 'inactive' && (
          <Alert color="gray" variant="light" p="sm" mb="md" role="note">
            {t('customerForm.inactive')}
          </Alert>
        )}
      </CustomerForm>
    </Page>
  )
}
