// What the command palette offers besides customers, and how typed words find it. Pure.

export type PaletteGroup = 'customers' | 'orders' | 'here' | 'pages' | 'actions'

/** Every typed word begins a word of the label, or is the plural of one; accents and case aside. */
export function matchesWords(label: string, query: string): boolean {
  const words = plain(label).split(/[^\p{L}\p{N}]+/u)
  return plain(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((typed) =>
      words.some((word) => word.startsWith(typed) || [`${word}s`, `${word}es`].includes(typed)),
    )
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Arrow keys go round. */
export function nextIndex(current: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (current + step + count) % count
}
