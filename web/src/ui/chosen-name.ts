/** Undefined until they are there. */
export type Known = readonly Readonly<{ id: string; name: string }>[] | undefined

/** A link may name a tag or a store by its name, as the API does; until the names are there, dots stand for them. */
export function chosenName(id: string, known: Known): string | null {
  if (known === undefined) return '…'
  return known.find((one) => one.id === id || one.name === id)?.name ?? null
}
