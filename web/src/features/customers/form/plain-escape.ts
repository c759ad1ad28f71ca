/** Esc in an open list closes the list, and in a dialog the dialog. */
export function isPlainEscape({ key, target, nativeEvent }: React.KeyboardEvent): boolean {
  const element = target as Element
  return (
    key === 'Escape' &&
    !nativeEvent.isComposing &&
    element.closest('[role="dialog"]') === null &&
    element.closest('[data-expanded], [aria-expanded="true"]') === null
  )
}
