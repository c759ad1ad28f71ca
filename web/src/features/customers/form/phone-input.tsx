import { Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, usePhoneFormat } from '../../../ui/format-context.tsx'
import classes from './form.module.css'
import { useCustomerForm } from './form-context.ts'
import { checkPhone } from './phone-check.ts'

type Props = Readonly<{ at: number; label: string; country: string; required: boolean; className?: string }>

/** Shows a number as its country writes it and keeps it as E.164; while it is typed it stays as typed. */
export function PhoneInput({ at, label, country, required, className = '' }: Props) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const format = useFormat()
  const phone = usePhoneFormat()
  const [editing, setEditing] = useState(false)
  const path = `phones.${at}.number` as const
  const { key, number } = form.values.phones[at] ?? { key: '', number: '' }
  const unknown = useUnknown(editing ? '' : number, country)
  const { onBlur: _blur, value: _value, ...input } = form.getInputProps(path)

  const check = async () => {
    setEditing(false)
    if (number.trim() === '') return
    const { number: read, fault } = await checkPhone(number, country)
    // The row may have gone or changed while the rules were on their way.
    const now = form.getValues().phones
    const place = now.findIndex((row) => row.key === key && row.number === number)
    if (place < 0) return
    if (fault !== null) form.setFieldError(`phones.${place}.number`, t(`errors.${fault}`))
    else if (read !== number) form.setFieldValue(`phones.${place}.number`, read)
  }
  return (
    <TextInput
      {...input}
      label={label}
      withAsterisk={required}
      type="tel"
      inputMode="tel"
      autoComplete="off"
      maxLength={100}
      className={className}
      value={editing ? number : phone(number)}
      onChange={(event) => {
        setEditing(true)
        form.setFieldValue(path, event.currentTarget.value)
      }}
      onBlur={() => void check()}
      description={
        unknown && (
          <Text span inherit className={classes.mark}>
            <IconAlertTriangle size={14} aria-hidden />
            {t('customerForm.phone.unknown', { country: format.countryName(country) })}
          </Text>
        )
      }
    />
  )
}

/** Whether the rules do not know a number that is not being typed. */
function useUnknown(number: string, country: string): boolean {
  const [unknown, setUnknown] = useState(false)
  const latest = useRef('')
  useEffect(() => {
    const asked = `${country} ${number}`
    latest.current = asked
    if (number.trim() === '') return setUnknown(false)
    void checkPhone(number, country).then(({ known, fault }) => {
      if (latest.current === asked) setUnknown(!known && fault === null)
    })
    return undefined
  }, [number, country])
  return unknown
}
