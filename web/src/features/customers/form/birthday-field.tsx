import { Input, TextInput } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { type Part, settled, typedInto } from './birthday-typing.ts'
import { faultText } from './fault-text.ts'
import classes from './form.module.css'
import { useCustomerForm, useIsRequired } from './form-context.ts'
import type { BirthdayValue } from './values.ts'

/** Day, month and year in the order of the language; the year may be left out, which a date field cannot do. */
export function BirthdayField() {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const form = useCustomerForm()
  const error = form.errors.dateOfBirth
  const required = useIsRequired('dateOfBirth')
  const months = useMemo(() => monthNames(locale), [locale])
  const { order, inputs, put, type, leave } = useParts(locale)
  const values = form.values.dateOfBirth
  const invalid = { 'aria-invalid': error ? true : undefined, error: Boolean(error) }
  const digits = (part: 'year' | 'day') => (
    <TextInput
      key={part}
      ref={inputs[part]}
      aria-label={t(`customerForm.birthday.${part}`)}
      placeholder={t(`customerForm.birthday.${part}`)}
      inputMode="numeric"
      autoComplete="off"
      className={classes[part]}
      value={values[part]}
      onChange={(event) => type(part, event.currentTarget.value)}
      onBlur={(event) => leave(part, event.currentTarget.value)}
      {...invalid}
    />
  )
  const parts: Readonly<Record<Part, React.ReactNode>> = {
    day: digits('day'),
    year: digits('year'),
    month: (
      <SearchSelect
        key="month"
        ref={inputs.month}
        aria-label={t('customerForm.birthday.month')}
        placeholder={t('customerForm.birthday.month')}
        data={months}
        className={classes.month}
        data-path="dateOfBirth"
        value={values.month || null}
        onChange={(month) => put({ month: month ?? '' })}
        onSearchChange={(text) => type('month', text)}
        onBlur={(event) => leave('month', event.currentTarget.value)}
        {...invalid}
      />
    ),
  }
  return (
    <fieldset className={classes.birthday} data-group="dateOfBirth">
      <Input.Label component="legend" required={required}>
        {t('customerFields.dateOfBirth')}
      </Input.Label>
      <div className={classes.birthdayParts}>{order.map((part) => parts[part])}</div>
      {error ? <Input.Error mt={5}>{error}</Input.Error> : null}
    </fieldset>
  )
}

/** Any part takes a whole date; what cannot be read stays in view with its fault. */
function useParts(locale: string) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const order = useMemo(() => partOrder(locale), [locale])
  const inputs = {
    year: useRef<HTMLInputElement>(null),
    month: useRef<HTMLInputElement>(null),
    day: useRef<HTMLInputElement>(null),
  }
  const put = (parts: Partial<BirthdayValue>) => {
    form.setFieldValue('dateOfBirth', { ...form.getValues().dateOfBirth, ...parts })
    form.clearFieldError('dateOfBirth')
  }
  const type = (part: Part, text: string) => {
    const typed = typedInto(part, text, form.getValues().dateOfBirth, order)
    if (typed !== null) put(typed.values)
    // Letters in the month look for its name.
    else if (part !== 'month') put({ [part]: text })
    const next = typed?.next ? inputs[typed.next].current : null
    next?.focus()
    next?.select()
  }
  const leave = (part: Part, text: string) => {
    if (part === 'month' && /^\D/.test(text)) return
    const held = settled(part, text, order)
    const before = form.getValues().dateOfBirth
    if (held !== null) {
      if (Object.entries(held).some(([one, value]) => before[one as Part] !== value)) put(held)
      return
    }
    // The list goes back to the month that was chosen, which is not the one that was meant.
    if (part === 'month') put({ month: '' })
    form.setFieldError('dateOfBirth', faultText(t, 'birthdayUnread'))
  }
  return { order, inputs, put, type, leave }
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
