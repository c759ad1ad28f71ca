import { Button } from '@mantine/core'
import { IconFilterOff, IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateScreen } from './state-screen.tsx'

type NothingYetProps = Readonly<{ title: string; text: ReactNode; action?: ReactNode; icon?: ReactNode }>

/** Nothing there yet: what this is, and the one next action. */
export function NothingYet({ icon = <IconInbox size={26} stroke={1.5} />, ...props }: NothingYetProps) {
  return <StateScreen icon={icon} {...props} />
}

type NothingMatchesProps = Readonly<{
  onClear: () => void
  title?: string
  text?: ReactNode
  action?: ReactNode
}>

/** Something is there, but the filters hide all of it. `action` stands beside “Clear filters”. */
export function NothingMatches({ onClear, title, text, action }: NothingMatchesProps) {
  const { t } = useTranslation()
  return (
    <StateScreen
      icon={<IconFilterOff size={26} stroke={1.5} />}
      title={title ?? t('states.noMatchTitle')}
      text={text ?? t('states.noMatchText')}
      action={
        <>
          <Button variant="default" onClick={onClear}>
            {t('states.noMatchAction')}
          </Button>
          {action}
        </>
      }
    />
  )
}
