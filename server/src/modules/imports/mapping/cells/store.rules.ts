// The store that a cell names: by id, code or name. Case and accents do not matter, but for an exact code.
import { cutText, normalise } from '../../../../kernel/text.ts'

const MOST_SEEN = 10_000

type Known = { readonly id: string; readonly name: string; readonly code: string | null }

/** As the stores' own module has it. */
export const storeKey = (name: string) => cutText(normalise(name) || name.toLowerCase(), 300, 900)

export type StoreNames = {
  /** Null where nobody knows it. */
  idOf(text: string): string | null
  /** Somebody said that it is to stay without a store. */
  isNone(text: string): boolean
}

/** `told`: by a text of the file, the store that somebody said it means, or null; it goes before all else. */
export function storeNames(
  stores: readonly Known[],
  told: Readonly<Record<string, string | null>> = {},
): StoreNames {
  const exact = new Map<string, string>()
  const loose = new Map<string, string>()
  const keep = (map: Map<string, string>, key: string, id: string) => {
    if (!map.has(key)) map.set(key, id)
  }
  for (const { id, code } of stores) {
    exact.set(id, id)
    if (code !== null) keep(exact, code, id)
  }
  for (const { id, code, name } of stores) {
    if (code !== null) keep(loose, storeKey(code), id)
    keep(loose, storeKey(name), id)
  }
  const known = (text: string) =>
    exact.get(text) ?? exact.get(text.toLowerCase()) ?? loose.get(storeKey(text)) ?? null
  const meant = new Map(
    Object.entries(told).map(([text, store]) => [
      storeKey(text.trim()),
      store === null ? null : known(store.trim()),
    ]),
  )
  const none = new Set([...meant].flatMap(([key, id]) => (id === null ? [key] : [])))
  const seen = new Map<string, string | null>()
  return {
    // Asked for every row of a file, which names few.
    idOf: (text) => {
      const before = seen.get(text)
      if (before !== undefined) return before
      const key = storeKey(text)
      const id = none.has(key) ? null : (meant.get(key) ?? known(text))
      if (seen.size < MOST_SEEN) seen.set(text, id)
      return id
    },
    isNone: (text) => none.size > 0 && none.has(storeKey(text)),
  }
}
