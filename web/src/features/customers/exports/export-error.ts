import type { TFunction } from 'i18next'
import { errorText, fieldText, isApiError } from '../../../api/problem.ts'

/** As many as the server takes by their ids. */
export const mostIds = 10_000

/** Why an export was not begun: each fault with its place, or the one sentence there is. */
export function exportErrorText(t: TFunction, error: unknown): string {
  if (!isApiError(error)) return errorText(t, error)
  const { fields = [], params } = error.problem
  if (fields.length === 0) return errorText(t, error)
  return fields.map((fault) => `${fault.path}: ${fieldText(t, fault, params)}`).join(' · ')
}
