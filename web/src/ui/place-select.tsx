import { Select, type SelectProps } from '@mantine/core'
import { type ComponentProps, useMemo } from 'react'
import { countryChoices, currencyChoices, timeZoneChoices } from '../kernel/regions.ts'
import { languages } from '../locales/i18n.ts'
import { useFormat } from './format-context.tsx'
import { SearchSelect } from './search-select.tsx'

type Props = Omit<ComponentProps<typeof SearchSelect>, 'data'>

export function CountrySelect(props: Props) {
  const { locale } = useFormat()
  const data = useMemo(() => countryChoices(locale), [locale])
  return <SearchSelect data={data} {...props} />
}

export function CurrencySelect(props: Props) {
  const { locale } = useFormat()
  const data = useMemo(() => currencyChoices(locale), [locale])
  return <SearchSelect data={data} {...props} />
}

/** `known` zones are offered also where the browser does not list them. */
export function TimeZoneSelect({ known = '', ...props }: Props & Readonly<{ known?: string }>) {
  const data = useMemo(() => timeZoneChoices(known), [known])
  return <SearchSelect data={data} {...props} />
}

export function LanguageSelect(props: Omit<SelectProps, 'data' | 'multiple'>) {
  return (
    <Select
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      allowDeselect={false}
      autoComplete="off"
      {...props}
    />
  )
}
