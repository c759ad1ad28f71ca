import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './state-screen.module.css'

type Props = Readonly<{
  icon: ReactNode
  title: string
  text: ReactNode
  action?: ReactNode
  note?: ReactNode
  alert?: boolean
}>

/** The frame of every screen that stands where content would be: empty, not found, failed. */
export function StateScreen({ icon, title, text, action, note, alert = false }: Props) {
  return (
    <Stack className={classes.state} align="center" gap="xs" role={alert ? 'alert' : undefined}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Title order={2} size="h3" ta="center">
        {title}
      </Title>
      <Text c="dimmed" size="sm" ta="center" maw={440}>
        {text}
      </Text>
      {action !== undefined && <div className={classes.action}>{action}</div>}
      {note !== undefined && (
        <Text c="dimmed" size="xs" ta="center">
          {note}
        </Text>
      )}
    </Stack>
  )
}
