import type { TFunction } from 'i18next'
import { fieldText, isApiError } from '../../../api/problem.ts'
import { emptyValues } from './values.ts'

const known = new Set(Object.keys(emptyValues('personal')))

/** What the server said at the fields of the form, and in one sentence what it said of anything else. */
export function serverFaults(error: unknown, t: TFunction, pathOf: (path: string) => string) {
  const faults = isApiError(error) ? (error.problem.fields ?? []) : []
  const params = isApiError(error) ? error.problem.params : undefined
  const placed = faults.map((fault) => [pathOf(fault.path), fieldText(t, fault, params)] as const)
  const isField = ([path]: readonly [string, string]) => known.has(path.split('.')[0] ?? '')
  const elsewhere = placed.filter((one) => !isField(one)).map(([path, text]) => `${path}: ${text}`)
  return {
    atFields: Object.fromEntries(placed.filter(isField)) as Readonly<Record<string, string>>,
    elsewhere: elsewhere.length > 0 ? elsewhere.join(' · ') : null,
  }
}
