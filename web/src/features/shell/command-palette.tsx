import { Loader, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/keys.tsx'
import classes from './command-palette.module.css'
import { nextIndex } from './palette-items.ts'
import { type PaletteItem, PaletteOption } from './palette-option.tsx'
import { useOrderItems } from './use-order-items.tsx'
import { useCustomerItems, useFixedItems } from './use-palette-items.tsx'

type Props = Readonly<{
  /** What was typed while this was on its way; taken once, in the moment from which keys reach the field. */
  typed: RefObject<string | null>
  onClose: () => void
  onHelp: () => void
}>

/** One field for everything: customers, orders, pages, actions. A listbox steered from the field, as screen readers know it. */
export function CommandPalette({ typed: typedAhead, onClose, onHelp }: Props) {
  const { t } = useTranslation()
  const listId = useId()
  const [query, setQuery] = useState(typedAhead.current ?? '')
  const [chosen, setChosen] = useState(0)
  const [typed] = useDebouncedValue(query.trim(), 80)
  const found = useCustomerItems(typed)
  const orders = useOrderItems(typed)
  const fixed = useFixedItems(query.trim(), onHelp)
  // To create one of that name is the last resort: what is there by that name comes first.
  const items: readonly PaletteItem[] = found.isNothing
    ? [...orders.items, ...fixed, ...found.items]
    : [...found.items, ...orders.items, ...fixed]
  const isSearching = found.isSearching || orders.isSearching
  const isBehind = isSearching || typed !== query.trim()
  const isNothing = found.isNothing && !orders.isSearching && orders.items.length === 0
  const active = Math.min(chosen, Math.max(items.length - 1, 0))

  const takeTyped = () => {
    if (typedAhead.current !== null) setQuery(typedAhead.current)
    typedAhead.current = null
  }
  const run = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    onClose()
    item.run()
  }
  // What stands first while the list lags behind what was typed is somebody else: Enter waits for the right one.
  const [isAwaited, setAwaited] = useState(false)
  const runAwaited = useEffectEvent(() => run(items[active]))
  useEffect(() => {
    if (isAwaited && !isBehind) runAwaited()
  }, [isAwaited, isBehind])
  const onEnter = () => (isBehind && chosen === 0 ? setAwaited(true) : run(items[active]))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step !== null) setChosen(nextIndex(active, step, items.length))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter()
    else return
    event.preventDefault()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="10dvh"
      size={620}
      padding={0}
      aria-label={t('shell.palette.title')}
    >
      <div className={classes.field}>
        <IconSearch size={19} stroke={1.75} aria-hidden />
        <input
          className={classes.input}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          aria-label={t('shell.palette.title')}
          placeholder={t('shell.palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setChosen(0)
            setAwaited(false)
          }}
          onFocus={takeTyped}
          onKeyDown={onKeyDown}
        />
        {isSearching && <Loader size={16} aria-label={t('shell.palette.searching')} />}
      </div>
      <div id={listId} role="listbox" aria-label={t('shell.palette.title')} className={classes.list}>
        {items.map((item, index) => (
          <PaletteOption
            key={item.id}
            id={`${listId}-${index}`}
            item={item}
            heading={items[index - 1]?.group === item.group ? null : t(`shell.palette.${item.group}`)}
            active={index === active}
            onPoint={() => setChosen(index)}
            onRun={() => run(item)}
          />
        ))}
      </div>
      <p className={classes.note} role="status">
        {(found.failed || orders.failed) && t('shell.palette.failed')}
        {isNothing && t('shell.palette.nothing', { query: typed })}
      </p>
      <footer className={classes.hints} aria-hidden>
        <Keys keys="↑ ↓" plain /> {t('shell.palette.hint')}
        <Keys keys="↵" plain /> {t('shell.palette.hintOpen')}
        <Keys keys="esc" plain /> {t('shell.palette.hintClose')}
      </footer>
    </Modal>
  )
}
