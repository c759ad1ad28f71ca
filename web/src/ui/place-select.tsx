import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { countryChoices, currencyChoices, timeZoneChoices } from '../kernel/regions.ts'
import { languages } from '../locales/i18n.ts'
import { useFormat } from './format-context.tsx'

type Props = Omit<SelectProps, 'data' | 'multiple'>

export function CountrySelect(props: Props) {
  const { locale } = useFormat()
  const data = useMemo(() => countryChoices(locale), [locale])
  return <Select searchable selectFirstOptionOnChange data={data} autoComplete="off" {...props} />
}

export function CurrencySelect(props: Props) {
  const { locale } = useFormat()
  const data = useMemo(() => currencyChoices(locale), [locale])
  return <Select searchable selectFirstOptionOnChange data={data} autoComplete="off" {...props} />
}

/** `known` zones are offered also where the browser does not list them. */
export function TimeZoneSelect({ known = '', ...props }: Props & Readonly<{ known?: string }>) {
  const data = useMemo(() => timeZoneChoices(known), [known])
  return <Select searchable selectFirstOptionOnChange data={data} autoComplete="off" {...props} />
}

export function LanguageSelect(props: Props) {
  return (
    <Select
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      allowDeselect={false}
      autoComplete="off"
      {...props}
    />
  )
}
