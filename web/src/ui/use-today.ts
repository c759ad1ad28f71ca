import { useCallback, useSyncExternalStore } from 'react'
import { today } from '../kernel/calendar.ts'
import { onNewDay } from '../kernel/midnight.ts'

/** Which day it is in this zone, also when a page stays open over night. */
export function useToday(timeZone: string): string {
  const subscribe = useCallback((onChange: () => void) => onNewDay(timeZone, onChange), [timeZone])
  return useSyncExternalStore(subscribe, () => today(timeZone))
}
