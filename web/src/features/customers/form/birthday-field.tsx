import { Input, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import classes from './form.module.css'
import { useCustomerForm, useIsRequired } from './form-context.ts'

type Part = 'year' | 'month' | 'day'

/** Day, month and year in the order of the language; the year may be left out, which a date field cannot do. */
export function BirthdayField() {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const form = useCustomerForm()
  const error = form.errors.dateOfBirth
  const required = useIsRequired('dateOfBirth')
  const months = useMemo(() => monthNames(locale), [locale])
  const set = (part: Part, value: string) => {
    form.setFieldValue('dateOfBirth', { ...form.getValues().dateOfBirth, [part]: value })
    form.clearFieldError('dateOfBirth')
  }
  const values = form.values.dateOfBirth
  const invalid = { 'aria-invalid': error ? true : undefined, error: Boolean(error) }
  const digits = (part: 'year' | 'day', length: number) => (
    <TextInput
      key={part}
      aria-label={t(`customerForm.birthday.${part}`)}
      placeholder={t(`customerForm.birthday.${part}`)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={length}
      className={classes[part]}
      value={values[part]}
      onChange={(event) => set(part, event.currentTarget.value.replace(/\D/g, ''))}
      {...invalid}
    />
  )
  const parts: Readonly<Record<Part, React.ReactNode>> = {
    day: digits('day', 2),
    year: digits('year', 4),
    month: (
      <Select
        key="month"
        aria-label={t('customerForm.birthday.month')}
        placeholder={t('customerForm.birthday.month')}
        autoComplete="off"
        data={months}
        searchable
        className={classes.month}
        data-path="dateOfBirth"
        value={values.month || null}
        onChange={(month) => set('month', month ?? '')}
        {...invalid}
      />
    ),
  }
  return (
    <fieldset className={classes.birthday} data-group="dateOfBirth">
      <Input.Label component="legend" required={required}>
        {t('customerFields.dateOfBirth')}
      </Input.Label>
      <div className={classes.birthdayParts}>{partOrder(locale).map((part) => parts[part])}</div>
      {error ? <Input.Error mt={5}>{error}</Input.Error> : null}
    </fieldset>
  )
}

function monthNames(locale: string) {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: format.format(Date.UTC(2000, index, 1)),
  }))
}

const isPart = (type: string): type is Part => type === 'year' || type === 'month' || type === 'day'

const partOrder = (locale: string): readonly Part[] =>
  new Intl.DateTimeFormat(locale)
    .formatToParts()
    .map(({ type }) => type)
    .filter(isPart)
