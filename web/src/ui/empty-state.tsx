import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { StateScreen } from './state-screen.tsx'

type NothingYetProps = Readonly<{ title: string; text: ReactNode; action?: ReactNode; icon?: ReactNode }>

/** Nothing there yet: what this is, and the one next action. */
export function NothingYet({ icon = <IconInbox size={26} stroke={1.5} />, ...props }: NothingYetProps) {
  return <StateScreen icon={icon} {...props} />
}
