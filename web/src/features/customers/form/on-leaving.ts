// What is said when a field is left. Fields that answer one question together (one of the names, some of an address)
// are judged when the last of them is left, and what was wrong with them is gone as soon as one of them is filled. A name
// is missed only where it was taken away: of somebody new it may come later, and saving asks for it.
import type { Fault, Faults } from './checks.ts'

type Told = Readonly<{
  tell: Readonly<Record<string, Fault>>
  /** Paths at which nothing is missing any more. */
  settled: readonly string[]
}>

const names = ['firstName', 'middleName', 'lastName', 'nickname']
const ofGroup: readonly Fault[] = ['nameMissing', 'required']

export function onLeaving(
  found: Faults,
  path: string,
  next: string | null,
  { isChanged }: Readonly<{ isChanged: (path: string) => boolean }> = { isChanged: () => true },
): Told {
  const faults = withoutUnbegun(found, isChanged)
  const group = groupOf(path)
  const own = faults[path]
  const ofAll = faults[group]
  const isAmongThem = next !== null && groupOf(next) === group
  const isOwnSaid = own !== undefined && !(path === group && isAmongThem && isOfGroup(path, own))
  const isGroupSaid = ofAll !== undefined && path !== group && !isAmongThem && ofGroup.includes(ofAll)
  return {
    tell: {
      ...(isOwnSaid ? { [path]: own } : {}),
      ...(isGroupSaid ? { [group]: ofAll } : {}),
    },
    settled: found[group] === undefined && path !== group ? [group] : [],
  }
}

function withoutUnbegun(faults: Faults, isChanged: (path: string) => boolean): Faults {
  if (names.some(isChanged)) return faults
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== 'nameMissing'))
}

/** Of a single field that Settings ask for it is said at once. */
const isOfGroup = (path: string, fault: Fault): boolean =>
  fault === 'nameMissing' || (fault === 'required' && path.includes('.'))

/** Where a fault of several fields is told. */
function groupOf(path: string): string {
  if (names.includes(path)) return 'firstName'
  if (/^addresses\.0\./.test(path)) return 'addresses.0.line1'
  return /^phones\.\d+\./.test(path) ? 'phones.0.number' : path
}
