import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomAttribute, Customer } from '../customers.api.ts'
import { useFieldText } from '../field-text.ts'
import { detailsOf } from './details.ts'
import { withEditor } from './in-place/in-place.tsx'
import type { Part } from './in-place/parts.ts'
import classes from './record.module.css'

type Props = Readonly<{
  customer: Customer
  definitions: readonly CustomAttribute[]
  /** What has its place already. */
  shown: readonly Part[]
  button: RefObject<HTMLButtonElement | null>
  onPick: (part: Part) => void
}>

/** What nothing is known of is not shown; here it is found by its name and opened. */
export function DetailPicker({ customer, definitions, shown, button, onPick }: Props) {
  const { t } = useTranslation()
  const { label } = useFieldText()
  const [isOpen, setIsOpen] = useState(false)
  const named: readonly (readonly [Part, string])[] = [
    ...detailsOf(customer.type).map((detail) => [detail, label(detail)] as const),
    ['consent', label('consent')],
    ...definitions.map(({ key, label }) => [`attribute:${key}`, label] as const),
  ]
  const choices = named.filter(([part]) => !shown.includes(part))
  if (choices.length === 0) return null
  if (!isOpen) {
    return (
      <Button
        ref={button}
        variant="subtle"
        className={classes.picker}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('customerRecord.inPlace.detail')}
      </Button>
    )
  }
  return (
    <Select
      aria-label={t('customerRecord.inPlace.detail')}
      className={classes.picker}
      placeholder={t('common.search')}
      data={choices.map(([value, text]) => ({ value, label: text }))}
      searchable
      selectFirstOptionOnChange
      maw={360}
      autoFocus
      defaultDropdownOpened
      autoComplete="off"
      maxDropdownHeight={280}
      onBlur={() => setIsOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setIsOpen(false)
      }}
      onChange={(part) => {
        setIsOpen(false)
        if (part !== null) withEditor(() => onPick(part as Part))
      }}
    />
  )
}
