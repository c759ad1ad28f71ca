// A small seeded generator: the same seed gives the same customers on every machine.

export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Earlier ones more often than later ones, as surnames and tags are; a steepness of 1 is none. */
  skewed<T>(list: readonly T[], steepness: number): T
  digits(count: number): string
}

/** sfc32, seeded from the text by FNV-1a. */
export function randomOf(seed: string): Random {
  let hash = 0x811c9dc5
  const word = () => {
    for (const code of Buffer.from(`${seed}:${hash}`)) hash = Math.imul(hash ^ code, 0x01000193)
    return hash | 0
  }
  let [a, b, c, d] = [word(), word(), word(), 1]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) next()
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    skewed: (list, steepness) => list[Math.floor(list.length * next() ** steepness)] as (typeof list)[number],
    digits: (count) => String(Math.floor(next() * 10 ** count)).padStart(count, '0'),
  }
}
