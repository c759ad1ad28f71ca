import type { TagValue } from '../form/values.ts'

/** What was added and taken away between `before` and `after`, done to the tags as they are now. */
export function retagged(
  now: readonly TagValue[],
  before: readonly TagValue[],
  after: readonly TagValue[],
): readonly TagValue[] {
  const names = (tags: readonly TagValue[]) => new Set(tags.map(({ name }) => name))
  const [had, wanted, there] = [names(before), names(after), names(now)]
  const kept = now.filter(({ name }) => wanted.has(name) || !had.has(name))
  return [...kept, ...after.filter(({ name }) => !had.has(name) && !there.has(name))]
}
