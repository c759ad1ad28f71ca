import { Alert } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconAlertCircle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { errorText, fieldText, isApiError } from '../api/problem.ts'

/** What a form as a whole was refused for; stays until the next try. */
export function FormError({ message }: Readonly<{ message: string | null }>) {
  if (message === null) return null
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} />} p="sm">
      {message}
    </Alert>
  )
}

/**
 * Puts what the server said at the fields it named, and goes to the first of them. Returns the sentence for
 * `FormError`: null when every fault has its field. `paths` renames a path of the wire to that of the form.
 */
export function showProblem<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  error: unknown,
  t: TFunction,
  paths: Readonly<Record<string, string>> = {},
): string | null {
  const faults = isApiError(error) ? (error.problem.fields ?? []) : []
  const params = isApiError(error) ? error.problem.params : undefined
  const placed = faults.map(
    (fault) => [fieldFor(form, paths[fault.path] ?? fault.path), fieldText(t, fault, params)] as const,
  )
  const atFields = placed.filter((one): one is readonly [string, string] => one[0] !== null)
  if (atFields.length > 0) form.setErrors(joined(atFields))
  const first = atFields[0]
  if (first !== undefined) form.getInputNode(first[0])?.focus()
  const elsewhere = placed.filter(([path]) => path === null).map(([, text]) => text)
  if (elsewhere.length > 0) return t('errors.elsewhere', { text: elsewhere.join(' · ') })
  return atFields.length > 0 ? null : errorText(t, error)
}

/** Several faults may come to one field: each is said, once. */
function joined(faults: readonly (readonly [string, string])[]): Record<string, string> {
  const texts = Map.groupBy(faults, ([path]) => path)
  return Object.fromEntries(
    [...texts].map(([path, all]) => [path, [...new Set(all.map(([, text]) => text))].join(' · ')]),
  )
}

/** Its own, else that of a part of it, the missing one first, else that of what it is part of. */
function fieldFor<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  path: string,
): string | null {
  const hasField = (one: string) => form.getInputNode(one) !== null
  const whole = valueAt(form.getValues(), path)
  const parts = typeof whole === 'object' && whole !== null ? Object.entries(whole) : []
  const inner = parts
    .sort(([, a], [, b]) => Number(a !== '') - Number(b !== ''))
    .map(([key]) => `${path}.${key}`)
  const outer = path.split('.').map((_, i, keys) => keys.slice(0, keys.length - i).join('.'))
  return [path, ...inner, ...outer].find(hasField) ?? null
}

const valueAt = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key],
      values,
    )

/** For `form.onSubmit(save, focusFirst(form))`. */
export function focusFirst<V extends Record<string, unknown>>(form: UseFormReturnType<V>) {
  return (errors: Readonly<Record<string, unknown>>) => {
    const first = Object.keys(errors)[0]
    if (first !== undefined) form.getInputNode(first)?.focus()
  }
}
