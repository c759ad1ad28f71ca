import { notifications } from '@mantine/notifications'
import { IconAlertCircle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { errorText } from '../api/problem.ts'

let passing: string | null = null

const PASSING_MS = 4000
/** Time to see that it was a mistake, and to get there without a mouse. */
const UNDO_MS = 30_000

/** The short banner at the top right, in the place of the one before it: `notifySuccess(t('tags.created'))`. `action` might be an Undo button. */
export function notifySuccess(message: string, action?: ReactNode): string {
  if (passing !== null) dismiss(passing)
  const id = notifications.show({
    color: 'teal.8',
    icon: <IconCheck size={18} />,
    message: (
      <>
        <bdi>{message}</bdi> {action}
      </>
    ),
    autoClose: action === undefined ? PASSING_MS : UNDO_MS,
    role: 'status',
  })
  // What can be taken back stays until its time is over.
  passing = action === undefined ? id : null
  return id
}

/** What the user should know but did not fail: somebody else was faster. Stays until it is closed. */
export function notifyNotice(message: string): string {
  return notifications.show({
    color: 'orange.8',
    icon: <IconInfoCircle size={18} />,
    message: <bdi>{message}</bdi>,
    autoClose: false,
    role: 'status',
  })
}

/** For an action that has no place of its own to show an error; it stays until it is closed. */
export function notifyError(error: unknown): string {
  return notifications.show({
    color: 'red.8',
    icon: <IconAlertCircle size={18} />,
    message: <bdi>{errorText(i18next.t, error)}</bdi>,
    autoClose: false,
    role: 'alert',
  })
}

export function dismiss(id: string): void {
  notifications.hide(id)
}
