import { Fieldset, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Store } from '../../api/types.ts'
import { looksLikeEmail } from '../../kernel/email.ts'
import { faultOf } from '../../kernel/phone-fault.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { showProblem } from '../../ui/form-error.tsx'
import { useFormat } from '../../ui/format-context.tsx'
import { notifySuccess } from '../../ui/notify.tsx'
import { CountrySelect, TimeZoneSelect } from '../../ui/place-select.tsx'
import { inputOf, type StoreValues, valuesOf } from './store-values.ts'
import { useCreateStore, useUpdateStore } from './stores.api.ts'

/** Makes a store, or edits the one given. */
export function StoreDialog({ store, onClose }: Readonly<{ store?: Store; onClose: () => void }>) {
  const { t } = useTranslation()
  const { form, save, pending, fault } = useStoreForm(store, onClose)
  return (
    <FormDialog
      title={t(store ? 'stores.edit' : 'stores.new')}
      size="lg"
      form={form}
      save={save}
      pending={pending}
      fault={fault}
      submit={t('stores.save')}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="md">
        <TextInput
          label={t('stores.name')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('stores.code')}
          description={t('stores.codeHint')}
          autoComplete="off"
          {...form.getInputProps('code')}
        />
        <TextInput label={t('stores.phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
        <TextInput
          label={t('stores.email')}
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <TimeZoneSelect
          label={t('stores.timeZone')}
          description={t('stores.timeZoneHint')}
          clearable
          {...form.getInputProps('timeZone')}
        />
      </SimpleGrid>
      <Fieldset legend={t('stores.address')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="md">
          <TextInput label={t('stores.line1')} autoComplete="off" {...form.getInputProps('address.line1')} />
          <TextInput label={t('stores.line2')} autoComplete="off" {...form.getInputProps('address.line2')} />
          <TextInput label={t('stores.city')} autoComplete="off" {...form.getInputProps('address.city')} />
          <TextInput label={t('stores.state')} autoComplete="off" {...form.getInputProps('address.state')} />
          <TextInput
            label={t('stores.postalCode')}
            autoComplete="off"
            {...form.getInputProps('address.postalCode')}
          />
          <CountrySelect label={t('stores.country')} clearable {...form.getInputProps('address.country')} />
        </SimpleGrid>
      </Fieldset>
    </FormDialog>
  )
}

function useStoreForm(store: Store | undefined, onClose: () => void) {
  const { t } = useTranslation()
  const { country } = useFormat()
  const [fault, setFault] = useState<string | null>(null)
  const create = useCreateStore()
  const update = useUpdateStore()
  const form = useForm<StoreValues>({
    initialValues: valuesOf(store, country),
    validate: {
      name: (value) => (value.trim() === '' ? t('stores.nameMissing') : null),
      phone: (value) => {
        const code = value.trim() === '' ? null : faultOf(value)
        return code && t(`errors.${code}`)
      },
      email: (value) => (value.trim() === '' || looksLikeEmail(value) ? null : t('errors.email.invalid')),
    },
  })
  const save = (values: StoreValues) => {
    setFault(null)
    const outcome = {
      onSuccess: () => {
        notifySuccess(t(store ? 'stores.saved' : 'stores.created'))
        onClose()
      },
      onError: (error: Error) => setFault(showProblem(form, error, t)),
    }
    if (store) update.mutate({ store, body: inputOf(values) }, outcome)
    else create.mutate(inputOf(values), outcome)
  }
  return { form, save, pending: create.isPending || update.isPending, fault }
}
