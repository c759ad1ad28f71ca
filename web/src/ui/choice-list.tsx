import { ScrollArea, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './choice-list.module.css'

export type Choice = Readonly<{ id: string; label: string; mark?: ReactNode; detail?: string | null }>

type Props = Readonly<{
  choices: readonly Choice[]
  findLabel: string
  emptyText: string
  help?: string
  /** With these, every choice is a box that goes on and off; without, a choice is made at once. */
  chosen?: readonly string[]
  onChoose: (id: string) => void
  /** A choice to be made of the typed words when no other has that name. */
  createLabel?: (name: string) => string
  onCreate?: (name: string) => void
}>

/** Things of which one or several are chosen; those with typed words stay. Arrows go up and down, Enter takes the first. */
export function ChoiceList({ choices, findLabel, emptyText, help, ...rest }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const list = useArrowKeys()
  const found = choices.filter(({ label }) => plain(label).includes(plain(words)))
  const isNew = words.trim() !== '' && !choices.some(({ label }) => plain(label) === plain(words))
  const creates = rest.onCreate !== undefined && isNew
  return (
    <div ref={list} className={classes.choices}>
      {(choices.length > 6 || rest.onCreate) && (
        <TextInput
          aria-label={findLabel}
          placeholder={findLabel}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          autoComplete="off"
          data-autofocus
          data-choice
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || words.trim() === '') return
            event.preventDefault()
            const first = found.find(({ label }) => plain(label) === plain(words)) ?? found[0]
            if (first !== undefined) rest.onChoose(first.id)
            else if (creates) rest.onCreate?.(words.trim())
          }}
        />
      )}
      {help !== undefined && (
        <Text size="xs" c="dimmed">
          {help}
        </Text>
      )}
      <ScrollArea.Autosize mah={280} type="auto" offsetScrollbars="y">
        <Choices choices={found} {...rest} />
        {creates && (
          <button
            type="button"
            className={classes.choice}
            data-choice
            onClick={() => rest.onCreate?.(words.trim())}
          >
            {rest.createLabel?.(words.trim())}
          </button>
        )}
        {found.length === 0 && !creates && (
          <Text size="sm" c="dimmed" py={6} px={8} role="status">
            {choices.length === 0 ? emptyText : t('lists.nothingFound')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </div>
  )
}

type ChoicesProps = Readonly<{
  choices: readonly Choice[]
  chosen?: readonly string[]
  onChoose: (id: string) => void
}>

export function Choices({ choices, chosen, onChoose }: ChoicesProps) {
  return choices.map(({ id, label, mark, detail }) => {
    const words = (
      <>
        {mark}
        <span className={classes.label}>{label}</span>
        {detail && <span className={classes.detail}>{detail}</span>}
      </>
    )
    return chosen === undefined ? (
      <button key={id} type="button" className={classes.choice} data-choice onClick={() => onChoose(id)}>
        {words}
      </button>
    ) : (
      <label key={id} className={classes.choice}>
        <input type="checkbox" checked={chosen.includes(id)} data-choice onChange={() => onChoose(id)} />
        {words}
      </label>
    )
  })
}

/** Arrows go from one choice to the next, also out of the field above them. */
export function useArrowKeys() {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = list.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      const all = [...(element?.querySelectorAll('[data-choice]') ?? [])]
      const at = document.activeElement === null ? -1 : all.indexOf(document.activeElement)
      const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)]
      if (!(next instanceof HTMLElement)) return
      event.preventDefault()
      next.focus()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  return list
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()
