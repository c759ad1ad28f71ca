import { createContext, use } from 'react'
import { LeaveGuard } from '../../../../ui/leave-guard.tsx'

type Props = Readonly<{ dirty: () => boolean; saving?: Promise<boolean> | undefined }>

const InTabContext = createContext(false)
/** Around what goes when another tab of the record is chosen; the rest of the record stays. */
export const InTab = InTabContext.Provider

/** Asks before what was typed in one place of the record is lost. */
export function PlaceGuard({ dirty, saving }: Props) {
  return <LeaveGuard dirty={dirty} saving={saving} inTab={use(InTabContext)} />
}
