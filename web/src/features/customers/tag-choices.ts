type Known = Readonly<{ id: string; name: string }>
type Chosen = Readonly<{ id: string | null; name: string }>

/** The tags that fit what was typed and are not chosen, and the name that a new one would have. */
export function tagChoices<T extends Known>(known: readonly T[], chosen: readonly Chosen[], typed: string) {
  const words = typed.trim().replace(/\s+/g, ' ')
  const taken = new Set(chosen.flatMap(({ id, name }) => [id, plain(name)]))
  const free = known.filter(({ id, name }) => !taken.has(id) && !taken.has(plain(name)))
  const wanted = plain(words)
  const begins = free.filter(({ name }) => plain(name).startsWith(wanted))
  const holds = free.filter(({ name }) => !plain(name).startsWith(wanted) && plain(name).includes(wanted))
  const isKnown = known.some(({ name }) => plain(name) === wanted) || taken.has(wanted)
  return { choices: [...begins, ...holds], fresh: wanted === '' || isKnown ? null : words }
}

/** “Família” and “familia” are one tag. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
