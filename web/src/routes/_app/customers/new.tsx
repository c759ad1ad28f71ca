import { SegmentedControl } from '@mantine/core'
import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery, settingsQuery, storesQuery, tagsQuery } from '../../../api/queries.ts'
import { useCan } from '../../../api/session.ts'
import { type CustomerType, customerQuery } from '../../../features/customers/customers.api.ts'
import { CustomerForm } from '../../../features/customers/form/customer-form.tsx'
import { startValues, withOrganization } from '../../../features/customers/form/start-values.ts'
import { useReturn } from '../../../features/customers/form/use-return.ts'
import { loadTexts } from '../../../locales/i18n.ts'
import { Forbidden } from '../../../ui/error-state.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'

type Search = {
  type?: CustomerType
  name?: string
  /** Whose contact the new person will be. */
  organization?: string
}

export const Route = createFileRoute('/_app/customers/new')({
  validateSearch: ({ type, name, organization }: Record<string, unknown>): Search => ({
    type: type === 'business' ? 'business' : 'personal',
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(typeof organization === 'string' ? { organization } : {}),
  }),
  loaderDeps: ({ search: { organization } }) => ({ organization }),
  loader: async ({ context: { queryClient }, deps: { organization } }) => {
    // The form opens at once; these are there when they are wanted.
    void queryClient.prefetchQuery(settingsQuery)
    void queryClient.prefetchQuery(customAttributesQuery)
    void queryClient.prefetchQuery(storesQuery)
    void queryClient.prefetchQuery(tagsQuery)
    const [employer] = await Promise.all([
      organization === undefined ? null : queryClient.ensureQueryData(customerQuery(organization)),
      loadTexts('customerForm'),
    ])
    return employer
  },
  component: NewCustomerPage,
})

const route = getRouteApi('/_app/customers/new')

function NewCustomerPage() {
  const { t } = useTranslation()
  const { type = 'personal', name = '' } = route.useSearch()
  const employer = route.useLoaderData()
  const navigate = useNavigate()
  const { country } = useFormat()
  const { leave, afterCreate } = useReturn()
  const setType = (next: CustomerType) =>
    void navigate({ to: '/customers/new', search: (search) => ({ ...search, type: next }), replace: true })
  const values = useMemo(() => {
    const start = startValues(type, name, country)
    return employer === null ? start : withOrganization(start, employer)
  }, [type, name, country, employer])
  if (!useCan()('customers.write')) return <Forbidden />
  return (
    <Page width="narrow">
      <PageHeader
        title={t(type === 'business' ? 'customerForm.newBusiness' : 'customerForm.newPersonal')}
        actions={
          <SegmentedControl
            aria-label={t('customerForm.type')}
            value={type}
            data={(['personal', 'business'] as const).map((value) => ({
              value,
              label: t(`customerFields.types.${value}`),
            }))}
            onChange={(next) => setType(next as CustomerType)}
          />
        }
      />
      <CustomerForm
        type={type}
        values={values}
        customer={null}
        onType={setType}
        onSaved={afterCreate}
        onLeave={leave}
      />
    </Page>
  )
}
