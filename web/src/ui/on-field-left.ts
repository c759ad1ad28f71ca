// When a field is left it is checked: `<form onBlur={onFieldLeft(check)}>`.
import type { UseFormReturnType } from '@mantine/form'
import type { FocusEvent } from 'react'

/**
 * Tells the path of the field that was left, as `getInputProps` writes it; parts of one field stand in `data-group`.
 * Whoever presses a button is not told: an error that appears above would move the button from under the pointer.
 */
export const onFieldLeft =
  (check: (path: string, next: string | null) => void) =>
  ({ target, relatedTarget }: FocusEvent): void => {
    const path = pathOf(target)
    if (path === null || pathOf(relatedTarget) === path) return
    // Another window came to the front: the field is still the one in use.
    if (document.activeElement === target) return
    if (relatedTarget?.closest('button, a') != null) return
    check(path, pathOf(relatedTarget))
  }

/** By the rules of the form itself. What the server said of a field stays until the field is changed. */
export const onFieldOf = <V extends Record<string, unknown>>(form: UseFormReturnType<V>) =>
  onFieldLeft((path) => {
    if (form.errors[path] == null) form.validateField(path)
  })

function pathOf(element: Element | null): string | null {
  const field = element?.closest<HTMLElement>('[data-group], [data-path]')
  return field?.dataset.group ?? field?.dataset.path ?? null
}
