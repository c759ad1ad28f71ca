import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/keys.tsx'
import { type Shortcut, useShortcuts } from '../../ui/shortcuts.ts'
import classes from './shortcuts-help.module.css'

/** What works on the page behind it, read off what is registered. */
export function ShortcutsHelp({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation()
  const shortcuts = newestOfEach(useShortcuts())
  const groups = [
    ['page', t('shell.shortcuts.page')],
    ['anywhere', t('shell.shortcuts.anywhere')],
  ] as const
  return (
    <Modal opened onClose={onClose} title={t('shell.shortcuts.title')}>
      {groups.map(([scope, title]) => {
        const own = shortcuts.filter((shortcut) => shortcut.scope === scope)
        return own.length === 0 ? null : (
          <section key={scope} className={classes.group}>
            <h3 className={classes.title}>{title}</h3>
            <dl className={classes.list}>
              {own.map(({ keys, label }) => (
                <div key={keys} className={classes.row}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </Modal>
  )
}

/** A page may give a key of the frame another meaning; the frame's is then not shown. */
const newestOfEach = (shortcuts: readonly Shortcut[]): readonly Shortcut[] => [
  ...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values(),
]
