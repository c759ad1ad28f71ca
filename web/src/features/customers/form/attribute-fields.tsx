import { MultiSelect, NumberInput, Select, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../../kernel/format.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { minorDigits, toMajor, toMoney } from './currency.ts'
import classes from './form.module.css'
import { useCustomerForm, useFacts } from './form-context.ts'

/** The merchant's own fields, in the groups they gave them. */
export function AttributePanels() {
  const { t } = useTranslation()
  const { attributes } = useFacts()
  const groups = new Map<string, CustomAttribute[]>()
  for (const attribute of attributes) {
    const group = attribute.group ?? t('customerFields.attributes')
    groups.set(group, [...(groups.get(group) ?? []), attribute])
  }
  return [...groups].map(([group, members]) => (
    <Panel key={group} title={group}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {members.map((attribute) => (
          <AttributeField key={attribute.key} attribute={attribute} />
        ))}
      </SimpleGrid>
    </Panel>
  ))
}

export function AttributeField({ attribute }: Readonly<{ attribute: CustomAttribute }>) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const { currency } = useFormat()
  const { key, label, kind, options, required } = attribute
  const path = `attributes.${key}`
  const value = form.values.attributes[key]
  const set = (next: unknown) => {
    form.setFieldValue('attributes', { ...form.getValues().attributes, [key]: next })
    form.clearFieldError(path)
  }
  const common = { label, withAsterisk: required, error: form.errors[path], 'data-path': path } as const
  const words = {
    ...common,
    value: typeof value === 'string' ? value : '',
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => set(event.target.value),
  }
  switch (kind) {
    case 'longText':
      return <Textarea autosize minRows={2} maxRows={12} maxLength={20_000} {...words} />
    case 'number':
      return (
        <NumberInput
          {...common}
          hideControls
          value={typeof value === 'number' ? value : ''}
          onChange={(typed) => set(typeof typed === 'number' ? typed : numberOf(typed))}
        />
      )
    case 'money':
      return (
        <NumberInput
          {...common}
          hideControls
          thousandSeparator
          decimalScale={minorDigits(currency)}
          leftSection={<span className={classes.currency}>{currency}</span>}
          leftSectionWidth={52}
          value={isMoney(value) ? toMajor(value) : ''}
          onChange={(typed) => set(toMoney(typed, currency))}
        />
      )
    case 'date':
      return <TextInput type="date" {...words} />
    case 'yesNo':
      return (
        <Switch
          mt={{ base: 0, xs: 30 }}
          label={label}
          error={common.error}
          data-path={path}
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      )
    case 'choice': {
      const ChoiceField = options.length > 8 ? SearchSelect : Select
      return (
        <ChoiceField
          {...common}
          data={options}
          placeholder={t('customerForm.customNone')}
          clearable={!required}
          autoComplete="off"
          value={typeof value === 'string' ? value : null}
          onChange={set}
        />
      )
    }
    case 'choices':
      return (
        <MultiSelect
          {...common}
          data={options}
          searchable
          selectFirstOptionOnChange
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={set}
        />
      )
    case 'url':
      return <TextInput type="url" inputMode="url" placeholder="https://" autoComplete="off" {...words} />
    default:
      return <TextInput autoComplete="off" maxLength={1000} {...words} />
  }
}

const numberOf = (typed: string): number | null => {
  const value = Number.parseFloat(typed)
  return Number.isFinite(value) ? value : null
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
