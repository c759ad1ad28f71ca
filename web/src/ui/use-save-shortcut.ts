import { useTranslation } from 'react-i18next'
import type { Scope } from './shortcut-keys.ts'
import { useShortcut } from './shortcuts.ts'

/** Ctrl or ⌘ S saves the form in view; the browser's own dialog stays away, whether there is something to save or not. */
export function useSaveShortcut(save: () => void, scope: Scope = 'page'): void {
  const { t } = useTranslation()
  useShortcut('mod+s', t('shell.shortcuts.save'), () => afterField(save), { scope })
}

/** Some fields take what is typed when they are left: a tag, a further address. */
export function afterField(save: () => void): void {
  const field = document.activeElement
  if (!(field instanceof HTMLElement)) {
    save()
    return
  }
  field.blur()
  setTimeout(() => {
    field.focus({ preventScroll: true })
    save()
  })
}
