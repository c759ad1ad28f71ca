// Which customers are selected: some by name, or all that match the filters, loaded or not. Pure.

export type Selection = Readonly<{ kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all' }>

export const nothingSelected: Selection = { kind: 'some', ids: new Set() }

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.kind === 'all' || selection.ids.has(id)

export const isAnySelected = (selection: Selection): boolean =>
  selection.kind === 'all' || selection.ids.size > 0

/** Those selected by name; none while all that match are. */
export const idsOf = (selection: Selection): readonly string[] =>
  selection.kind === 'all' ? [] : [...selection.ids]

/** One in or out. Out of “all”, what stays is the rest of what is loaded: nobody sees the others. */
export function toggleOne(selection: Selection, id: string, loaded: readonly string[]): Selection {
  const ids = new Set(selection.kind === 'all' ? loaded : selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { kind: 'some', ids }
}

/** Shift and click: from the row of the last click to this one, all in or all out as this one goes. */
export function toggleRange(
  selection: Selection,
  { from, to, loaded }: Readonly<{ from: string; to: string; loaded: readonly string[] }>,
): Selection {
  const ends = [loaded.indexOf(from), loaded.indexOf(to)]
  if (ends.includes(-1)) return toggleOne(selection, to, loaded)
  const range = loaded.slice(Math.min(...ends), Math.max(...ends) + 1)
  const isOn = !isSelected(selection, to)
  const ids = new Set(selection.kind === 'all' ? loaded : selection.ids)
  for (const id of range) {
    if (isOn) ids.add(id)
    else ids.delete(id)
  }
  return { kind: 'some', ids }
}

/** The box in the heading: everything loaded, or nothing. */
export function toggleLoaded(selection: Selection, loaded: readonly string[]): Selection {
  return headBox(selection, loaded) === 'all' ? nothingSelected : { kind: 'some', ids: new Set(loaded) }
}

export function headBox(selection: Selection, loaded: readonly string[]): 'none' | 'some' | 'all' {
  if (selection.kind === 'all') return 'all'
  if (selection.ids.size === 0 || loaded.length === 0) return 'none'
  return loaded.every((id) => selection.ids.has(id)) ? 'all' : 'some'
}
