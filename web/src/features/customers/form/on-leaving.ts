// What is said when a field is left. Fields that answer one question together (one of the names, some of an address)
// are judged when the last of them is left, and what was wrong with them is gone as soon as one of them is filled.
import type { Fault, Faults } from './checks.ts'

type Told = Readonly<{
  tell: Readonly<Record<string, Fault>>
  /** Paths at which nothing is missing any more. */
  settled: readonly string[]
}>

const names = ['firstName', 'middleName', 'lastName', 'nickname']
const ofGroup: readonly Fault[] = ['nameMissing', 'required']

export function onLeaving(faults: Faults, path: string, next: string | null): Told {
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
    settled: ofAll === undefined && path !== group ? [group] : [],
  }
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
