import { Combobox, Loader, Text, TextInput, type TextInputProps, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, send } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'
import { usePhoneFormat } from '../../ui/format-context.tsx'
import { Initials } from '../../ui/initials.tsx'
import classes from './customer-picker.module.css'
import type { Customer, CustomerType } from './customers.api.ts'

export type Picked = Readonly<{ id: string; name: string; number: string | null }>
type Found = Picked & Pick<Customer, 'email' | 'phone' | 'photoUrl' | 'type'>

type Props = Omit<TextInputProps, 'value' | 'onChange'> &
  Readonly<{
    /** Only such, else of both types. */
    type?: CustomerType
    /** Who is not offered: the customer itself, and those chosen already. */
    without: readonly string[]
    onPick: (customer: Picked) => void
  }>

const fields = 'displayName,number,email,phone,photoUrl,type'

/** Finds a customer by typing; the one that is chosen is the caller's to show. */
export function CustomerPicker({ type, without, onPick, ...props }: Props) {
  const { t } = useTranslation()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const search = useQuery({
    queryKey: ['customers', 'picker', type ?? null, q],
    queryFn: async ({ signal }) => {
      const query = { type, limit: 8, fields, q }
      const { items } = await send(api.GET('/api/v1/customers', { signal, params: { query } }))
      return items.map(foundOf)
    },
    enabled: combobox.dropdownOpened && q !== '',
    placeholderData: keepPreviousData,
  })
  const found = q === '' ? [] : (search.data ?? []).filter(({ id }) => !without.includes(id))
  const pick = (id: string) => {
    const customer = found.find((one) => one.id === id)
    if (customer) onPick({ id, name: customer.name, number: customer.number })
    setTyped('')
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pick} shadow="md">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          autoComplete="off"
          maxLength={200}
          {...props}
          value={typed}
          rightSection={search.isFetching ? <Loader size={16} /> : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          {found.map((customer) => (
            <Combobox.Option key={customer.id} value={customer.id}>
              <FoundCustomer customer={customer} />
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Remark>
              {q === ''
                ? t('customerForm.picker.type')
                : search.isError
                  ? t('customerForm.picker.failed')
                  : search.isFetching
                    ? t('customerForm.picker.searching')
                    : t('customerForm.picker.nothing')}
            </Remark>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** An item holds the fields that were asked for; its type says that any may be absent. */
function foundOf({ id = '', ...item }: Answer<'/api/v1/customers', 'get'>['items'][number]): Found {
  const { displayName = '', number = null, email = null, phone = null, photoUrl = null } = item
  return { id, name: displayName, number, email, phone, photoUrl, type: item.type ?? 'personal' }
}

function FoundCustomer({ customer }: Readonly<{ customer: Found }>) {
  const phone = usePhoneFormat()
  const { type, photoUrl, number, email } = customer
  const name = phone(customer.name)
  const detail = [number, email, customer.phone && phone(customer.phone)].filter(Boolean).slice(0, 2)
  return (
    <span className={classes.found}>
      <Initials name={name} type={type} photoUrl={photoUrl} size={28} />
      <span className={classes.words}>
        <bdi className={classes.name}>{name}</bdi>
        {detail.length > 0 && (
          <Text span size="xs" className={classes.detail}>
            {detail.join(' · ')}
          </Text>
        )}
      </span>
    </span>
  )
}

/** A word in place of options; a listbox may hold nothing else than options. */
function Remark({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <Combobox.Option value="" disabled className={classes.remark}>
      {children}
    </Combobox.Option>
  )
}
