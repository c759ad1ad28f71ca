import { MultiSelect, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../../api/queries.ts'
import { useCustomerForm } from './form-context.ts'

/** Where the customer does business, and which of these places is the preferred one. */
export function StoresField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const { data: known = [] } = useQuery(storesQuery)
  const { stores } = form.values
  const today = new Date().toISOString().slice(0, 10)
  const open = known.filter(
    ({ id, closedOn }) => closedOn === null || closedOn > today || stores.some((store) => store.id === id),
  )
  const choices = new Map([...stores, ...open].map(({ id, name }) => [id, name]))
  const choose = (ids: readonly string[]) =>
    form.setFieldValue(
      'stores',
      ids.map((id) => {
        const preferred = stores.find((store) => store.id === id)?.preferred ?? false
        return { id, name: choices.get(id) ?? '', preferred }
      }),
    )
  const prefer = (chosen: string | null) =>
    form.setFieldValue(
      'stores',
      stores.map((store) => ({ ...store, preferred: store.id === chosen })),
    )
  if (choices.size === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('customerForm.stores.none')}
      </Text>
    )
  }
  return (
    <Stack gap="md">
      <MultiSelect
        aria-label={t('customerForm.stores.label')}
        placeholder={stores.length === 0 ? t('customerForm.stores.placeholder') : ''}
        data={[...choices].map(([value, label]) => ({ value, label }))}
        searchable
        selectFirstOptionOnChange
        clearable={false}
        value={stores.map(({ id }) => id)}
        onChange={choose}
        error={form.errors.stores}
        data-path="stores"
      />
      {stores.length > 1 && (
        <Select
          label={t('customerForm.stores.preferred')}
          placeholder={t('common.none')}
          data={stores.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          autoComplete="off"
          value={stores.find(({ preferred }) => preferred)?.id ?? null}
          onChange={prefer}
        />
      )}
    </Stack>
  )
}
