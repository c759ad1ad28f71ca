import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { languageName } from '../field-text.ts'
import { useCustomerForm } from './form-context.ts'

// The languages people write most; one that is set already is offered too.
const common =
  'ar bg bn ca cs da de el en es et eu fa fi fr gl gu he hi hr hu hy id is it ja ka ko lt lv mk ms nb nl pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur vi zh'.split(
    ' ',
  )

export function LanguageField() {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const { locale } = useFormat()
  const chosen = form.values.preferredLanguage
  const data = useMemo(() => {
    const tags = chosen === '' || common.includes(chosen) ? common : [...common, chosen]
    const compare = new Intl.Collator(locale).compare
    return tags
      .map((tag) => ({ value: tag, label: languageName(locale, tag) }))
      .sort((a, b) => compare(a.label, b.label))
  }, [locale, chosen])
  return (
    <SearchSelect
      label={t('customerFields.preferredLanguage')}
      data={data}
      clearable
      {...form.getInputProps('preferredLanguage')}
      value={chosen || null}
      onChange={(language) => form.setFieldValue('preferredLanguage', language ?? '')}
    />
  )
}
