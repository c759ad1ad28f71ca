import { Drawer } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/keys.tsx'
import { type Shortcut, useShortcuts } from '../../ui/shortcuts.ts'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import classes from './help-panel.module.css'
import { helpScreenOf } from './help-screens.ts'

/** What the screen behind it is for, and what works on it: the keys are read off what is registered. */
export function HelpPanel({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation()
  const screen = helpScreenOf(useLocation().pathname)
  const shortcuts = newestOfEach(useShortcuts())
  useReturnFocus()
  const groups = [
    ['page', t('shell.shortcuts.page')],
    ['anywhere', t('shell.shortcuts.anywhere')],
  ] as const
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={400}
      title={t(`help.${screen}.title`)}
      classNames={{ title: classes.name }}
    >
      {t(`help.${screen}.text`)
        .split('\n')
        .map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
      <div className={classes.keys}>
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
      </div>
    </Drawer>
  )
}

/** A page may give a key of the frame another meaning; the frame's is then not shown. */
const newestOfEach = (shortcuts: readonly Shortcut[]): readonly Shortcut[] => [
  ...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values(),
]
