import { Combobox, type InputWrapperProps, PillsInput, useCombobox } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagsQuery } from '../../api/queries.ts'
import { ColorDot, TagBadge } from '../../ui/tag-badge.tsx'
import type { TagValue } from './form/values.ts'
import { tagChoices } from './tag-choices.ts'
import classes from './tag-picker.module.css'

type Props = Pick<InputWrapperProps, 'label' | 'description' | 'error'> &
  Readonly<{
    value: readonly TagValue[]
    onChange: (tags: TagValue[]) => void
    /** Names the field where no label is shown. */
    name?: string
    disabled?: boolean
    /** So many stand open, the others when asked for. */
    fold?: number
  }>

const create = '\u0000create'
const most = 200

/** The tags of a customer; what is typed and not there yet can be made on the fly. */
export function TagPicker({ value, onChange, label, description, error, name, disabled, fold }: Props) {
  const { t } = useTranslation()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState(false)
  // One alone is not worth a button.
  const isFolded = fold !== undefined && !opened && value.length > fold + 1
  const shown = isFolded ? value.slice(0, fold) : value
  const { data: known = [] } = useQuery(tagsQuery)
  const { choices, fresh } = tagChoices(known, value, typed)

  const add = (submitted: string) => {
    const chosen = known.find(({ id }) => id === submitted)
    const tag = chosen
      ? { id: chosen.id, name: chosen.name, color: chosen.color }
      : submitted === create && fresh !== null
        ? { id: null, name: fresh, color: null }
        : null
    if (tag !== null && value.length < most) onChange([...value, tag])
    setTyped('')
    combobox.closeDropdown()
  }
  /** Who goes on without Enter meant what is typed all the same. */
  const takeTyped = () => {
    const same = choices.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase())
    if (typed.trim() !== '') add(same?.id ?? create)
    else setTyped('')
    combobox.closeDropdown()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Pasted text has no option chosen yet; Enter must not send the form around it.
    if (event.key === 'Enter' && typed.trim() !== '' && combobox.getSelectedOptionIndex() === -1) {
      event.preventDefault()
      event.stopPropagation()
      add(choices[0]?.id ?? create)
      return
    }
    if (event.key !== 'Backspace' || typed !== '' || value.length === 0) return
    event.preventDefault()
    // Nothing goes that is not seen.
    if (isFolded) setOpened(true)
    else onChange(value.slice(0, -1))
  }
  return (
    <Combobox store={combobox} onOptionSubmit={add} shadow="md" disabled={disabled}>
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          description={description}
          error={error}
          disabled={disabled}
          onClick={() => combobox.openDropdown()}
        >
          <div className={classes.tags}>
            {shown.map((tag) => (
              <TagBadge key={tag.id ?? tag.name} name={tag.name} color={tag.color}>
                {!disabled && (
                  <button
                    type="button"
                    className={classes.remove}
                    aria-label={t('customerForm.tags.remove', { name: tag.name })}
                    onClick={(event) => {
                      event.stopPropagation()
                      onChange(value.filter((other) => other !== tag))
                    }}
                  >
                    <IconX size={12} stroke={2.5} aria-hidden />
                  </button>
                )}
              </TagBadge>
            ))}
            {isFolded && (
              <button
                type="button"
                className={classes.more}
                aria-label={t('customerForm.tags.more', { count: value.length - shown.length })}
                onClick={(event) => {
                  event.stopPropagation()
                  setOpened(true)
                }}
              >
                +{value.length - shown.length}
              </button>
            )}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                data-path="tags"
                dir="auto"
                aria-label={label === undefined ? name : undefined}
                value={typed}
                placeholder={t('customerForm.tags.placeholder')}
                maxLength={60}
                disabled={disabled}
                className={classes.field}
                onFocus={() => combobox.openDropdown()}
                onBlur={takeTyped}
                onChange={(event) => {
                  setTyped(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                  combobox.selectFirstOption()
                }}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </div>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {choices.map((tag) => (
            <Combobox.Option key={tag.id} value={tag.id} className={classes.choice}>
              <ColorDot color={tag.color} />
              {tag.name}
            </Combobox.Option>
          ))}
          {fresh !== null && value.length < most && (
            <Combobox.Option value={create} className={classes.choice}>
              <IconPlus size={14} aria-hidden />
              {t('customerForm.tags.create', { name: fresh })}
            </Combobox.Option>
          )}
          {((choices.length === 0 && fresh === null) || value.length >= most) && (
            <Combobox.Option value="" disabled className={classes.remark}>
              {t(value.length >= most ? 'customerForm.tags.full' : 'customerForm.tags.none')}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
