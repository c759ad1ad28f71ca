// Keyboard shortcuts of the page in view. No single key fires in a field, in an open menu or behind a dialog.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import {
  type Cover,
  isCovered,
  isTyping,
  nameOf,
  type Scope,
  type Sequence,
  withSequence,
} from './shortcut-keys.ts'

export type Shortcut = Readonly<{ keys: string; label: string; scope: Scope; run: () => void }>

let shortcuts: readonly Shortcut[] = []
let sequence: Sequence = null
const watchers = new Set<() => void>()

type Options = Readonly<{ scope?: Scope; enabled?: boolean }>

/** `useShortcut('n', t('…'), () => …)`; keys: one key, `g c` for two in a row, `mod+s` for Ctrl or ⌘. */
export function useShortcut(keys: string, label: string, run: () => void, options: Options = {}): void {
  const { scope = 'page', enabled = true } = options
  const onPress = useEffectEvent(run)
  useEffect(() => {
    if (!enabled) return
    const shortcut: Shortcut = { keys, label, scope, run: () => onPress() }
    change([...shortcuts, shortcut])
    return () => change(shortcuts.filter((other) => other !== shortcut))
  }, [keys, label, scope, enabled])
}

/** All that work now, for the page of help. */
export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => shortcuts,
  )

function change(next: readonly Shortcut[]): void {
  if (shortcuts.length === 0 && next.length > 0) {
    addEventListener('keydown', lookForDialog, { capture: true })
    addEventListener('keydown', onKeyDown)
  }
  if (next.length === 0) {
    removeEventListener('keydown', lookForDialog, { capture: true })
    removeEventListener('keydown', onKeyDown)
  }
  shortcuts = next
  for (const watcher of watchers) watcher()
}

let coming = 0
/** By then the field has the focus. */
const untilFocused = 300

/** While a field is on its way, what is typed is meant for it: no single key is a shortcut. */
export function holdShortcuts(field: Promise<unknown>): void {
  coming++
  const release = () => void setTimeout(() => coming--, untilFocused)
  field.then(release, release)
}

let cover: Cover = null

/** Before anybody else hears of the key: the Escape that closes a dialog is not one for the page behind it. */
function lookForDialog(): void {
  const open = document.querySelector('[role="dialog"][aria-modal="true"]')
  cover =
    document.querySelector('[data-question] [role="dialog"]') !== null
      ? 'question'
      : open === null
        ? null
        : 'dialog'
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const name = nameOf(event)
  if (name === null) return
  if (event.repeat) {
    // A key held down is pressed once, and is not the browser's either: its dialog would open over the page.
    if (name.startsWith('mod+') && shortcuts.some(({ keys }) => keys === name)) event.preventDefault()
    return
  }
  const plain = !name.startsWith('mod+')
  const isElsewhere = isTyping(event.target instanceof Element ? event.target : null) || cover !== null
  if (plain && (isElsewhere || coming > 0)) return
  const names = withSequence(sequence, name, event.timeStamp)
  sequence = null
  // The newest wins: a page may give a key of the frame another meaning.
  const found = shortcuts.findLast((shortcut) => names.includes(shortcut.keys))
  if (found !== undefined) {
    // The browser does not get it either: its own dialog would open over ours.
    event.preventDefault()
    if (!isCovered(found.scope, cover)) found.run()
  } else if (plain && shortcuts.some((shortcut) => shortcut.keys.startsWith(`${name} `))) {
    sequence = { first: name, at: event.timeStamp }
  }
}
