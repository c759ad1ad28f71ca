import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './list-toolbar.module.css'
import { useShortcut } from './shortcuts.ts'

const pause = 80

type Props = Readonly<{
  label: string
  /** What can be typed. */
  hint: string
  q: string
  onSearch: (q: string) => void
  onLeave: () => void
}>

/** Searches while one types. The address follows a moment behind; when it changes otherwise, the field follows it. */
export function SearchField({ label, hint, q, onSearch, onLeave }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { text, type, now } = useDelayed(q, onSearch)
  useShortcut('/', label, () => {
    input.current?.focus()
    input.current?.select()
  })
  const clear = () => {
    now('')
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (text === '') input.current?.blur()
      else clear()
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      now(text)
      if (event.key === 'ArrowDown') onLeave()
    }
  }
  return (
    <TextInput
      ref={input}
      type="search"
      className={classes.search}
      aria-label={label}
      placeholder={hint}
      leftSection={<IconSearch size={17} stroke={1.75} aria-hidden />}
      rightSection={
        text === '' ? null : <CloseButton size="sm" aria-label={t('lists.clearSearch')} onClick={clear} />
      }
      value={text}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}

function useDelayed(q: string, onSearch: (q: string) => void) {
  const [text, setText] = useState(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const said = useRef(q)
  useEffect(() => {
    if (q === said.current) return
    clearTimeout(timer.current)
    said.current = q
    setText(q)
  }, [q])
  useEffect(() => () => clearTimeout(timer.current), [])
  const say = (words: string) => {
    clearTimeout(timer.current)
    const next = words.trim() === '' ? '' : words
    if (next === said.current) return
    said.current = next
    onSearch(next)
  }
  return {
    text,
    type: (words: string) => {
      setText(words)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => say(words), pause)
    },
    now: (words: string) => {
      setText(words)
      say(words)
    },
  }
}
