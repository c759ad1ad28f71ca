import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './keys.module.css'

const isMac = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '')

/** A shortcut as it is pressed: `mod+k` is ⌘K or Ctrl K. `plain` lists keys without saying “then”. */
export function Keys({ keys, plain = false }: Readonly<{ keys: string; plain?: boolean }>) {
  const { t } = useTranslation()
  const steps = keys.split(' ')
  return (
    <span className={classes.keys}>
      {steps.map((step, index) => (
        <span key={step} className={classes.keys}>
          {index > 0 && !plain && <span className={classes.then}>{t('shell.shortcuts.followedBy')}</span>}
          {step.split('+').map((key) => (
            <Kbd key={key} size="xs">
              {keyName(key)}
            </Kbd>
          ))}
        </span>
      ))}
    </span>
  )
}

const drawn: Readonly<Record<string, string>> = { arrowdown: '↓', arrowup: '↑', enter: '↵', escape: 'Esc' }

function keyName(key: string): string {
  if (key === 'mod') return isMac ? '⌘' : 'Ctrl'
  if (key in drawn) return drawn[key] as string
  return key.length === 1 ? key.toUpperCase() : key
}
