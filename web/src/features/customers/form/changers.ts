// Who changed which field since a moment, read off the history of a record.
import type { Activity } from '../activities.api.ts'

export type Change = Readonly<{ name: string; at: string }>

/** The newest change of every field after `since`; activities come latest first. */
export function changersOf(activities: readonly Activity[], since: string): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>()
  for (const { at, actor, after } of activities) {
    if (at <= since) break
    for (const field of Object.keys(after ?? {})) {
      if (!changes.has(field)) changes.set(field, { name: actor.name, at })
    }
  }
  return changes
}

/** “Ana and Ben” */
export function nameList(changes: ReadonlyMap<string, Change>, locale: string): string {
  const names = [...new Set([...changes.values()].map(({ name }) => name))]
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
