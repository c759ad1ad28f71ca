import type { TFunction } from 'i18next'
import { errorText, fieldText, isApiError } from '../../api/problem.ts'

/** Why a file was refused: the reason in the user's language, else what the server said. */
export function importErrorText(t: TFunction, error: unknown): string {
  if (!isApiError(error)) return errorText(t, error)
  const { code, params, fields = [] } = error.problem
  if (code === 'import.unreadable') {
    const text = known(t, `imports.unreadable.${String(params?.reason)}`)
    if (text !== null) return text
  }
  if (fields.length === 0) return known(t, `imports.refused.${code}`) ?? errorText(t, error)
  return fields.map((fault) => `${fault.path}: ${fieldText(t, fault, params)}`).join(' · ')
}

type Told = Readonly<{ code: string; message: string }>

/** Why an import failed on its way. */
export const failureText = (t: TFunction, { code, message }: Told) =>
  known(t, `imports.refused.${code}`) ?? known(t, `errors.${code}`) ?? message

/** What is wrong with a cell or a row; the server's own words where the code has none here. */
export const problemText = (t: TFunction, { code, message }: Told) =>
  known(t, `imports.problems.${code}`) ?? message

/** Codes come from the server, so their keys cannot be checked by the compiler. */
function known(t: TFunction, key: string): string | null {
  const text: unknown = t(key as never, { defaultValue: '' } as never)
  return typeof text === 'string' && text !== '' ? text : null
}
