import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import { useSourceText } from '../../../ui/source-names.ts'
import type { Preview } from '../imports.api.ts'
import { withMember } from './edits.ts'
import classes from './import-check.module.css'
import type { Check } from './use-check.ts'

type Props = Readonly<{ check: Check; preview: Preview }>

/** Whose IDs the customers of orders are looked up under, where the file does not name its program. */
export function CustomersFromField({ check: { edits, setEdits }, preview }: Props) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const told = preview.assumptions.filter(({ kind }) => kind === 'customersFrom')
  const sources = [...new Set(told.flatMap(({ value, alternatives }) => [value, ...alternatives]))].filter(
    (source) => source !== '',
  )
  const textOf = useSourceText(sources)
  if (told.length === 0) return null
  const value = told.map((one) => one.value).join(BETWEEN)
  const found = told.reduce((sum, one) => sum + (one.found ?? 0), 0)
  const of = told[0]?.of ?? 0
  const help = t(`imports.reading.${value === '' ? 'customersFromNone' : 'customersFromHelp'}`, {
    found,
    count: of,
  })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const choices = [...new Set([value, ...sources, ''])]
  return (
    <Select
      label={t('imports.reading.customersFrom')}
      description={told.some(({ sure }) => !sure) ? <span className={classes.doubt}>{help}</span> : help}
      data={choices.map((choice) => ({
        value: choice,
        label:
          choice === ''
            ? t('imports.reading.customersFromNobody')
            : list.format(choice.split(BETWEEN).map(textOf)),
      }))}
      value={edits.customersFrom?.join(BETWEEN) ?? value}
      allowDeselect={false}
      onChange={(choice) =>
        setEdits(withMember(edits, { customersFrom: choice?.split(BETWEEN).filter((one) => one !== '') }))
      }
    />
  )
}

const BETWEEN = '\n'
