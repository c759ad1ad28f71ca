// Under whose ids the customers of a file are looked up that does not say which program its ids are of.

/** By an id of the file: the sources under which somebody has it. */
export type Holders = ReadonlyMap<string, readonly string[]>
export type Judged = {
  /** Under these, in the order of how many they have. Empty: the ids are not taken for those of anybody here. */
  readonly sources: readonly string[]
  /** How many ids were looked at. */
  readonly of: number
  /** All that have any of them, those of most first. */
  readonly candidates: readonly {
    readonly source: string
    readonly found: number
    /** Some id that is found there does not meet by chance. */
    readonly telling: boolean
  }[]
}

/**
 * Most programs count from 1, so that numbers of strangers are found in any file of customers: only a source that has half
 * of them is meant, and what it leaves may be of another one in the same way. Long ids and words do not meet by
 * chance; a number that follows letters or noughts does.
 */
export function judgeSources(ids: readonly string[], holders: Holders): Judged {
  const all = new Set(ids)
  const counts = (some: ReadonlySet<string>) =>
    [
      ...Map.groupBy(
        [...some].flatMap((id) => (holders.get(id) ?? []).map((source) => ({ id, source }))),
        ({ source }) => source,
      ),
    ]
      .map(([source, found]) => ({
        source,
        found: found.length,
        telling: found.some(({ id }) => isTelling(id)),
      }))
      .sort((a, b) => b.found - a.found || (a.source < b.source ? -1 : 1))
  const candidates = counts(all)
  const sources: string[] = []
  const left = new Set(all)
  for (;;) {
    const ranked = counts(left).filter(({ source }) => !sources.includes(source))
    const [best] = ranked
    if (best === undefined) break
    const isMeant = ({ found, telling }: typeof best) =>
      telling || (found * 2 >= left.size && found * 10 >= all.size)
    // Two that know about as many are not told apart: who is in both is told to be.
    const meant = ranked.filter((one) => isMeant(one) && one.found * 10 >= best.found * 9)
    if (meant.length === 0) break
    sources.push(...meant.map(({ source }) => source))
    for (const id of left) if (holders.get(id)?.some((source) => sources.includes(source))) left.delete(id)
  }
  return { sources, of: all.size, candidates }
}

const isTelling = (id: string) => TELLING.test(id) && !COUNTED.test(id)

// CUST-0001, KD1001, 000000123, 2024-0001, 100000123: other programs count so too.
const COUNTED = /^[^\d\s]*(?:(?:19|20)\d\d\D|[1-9](?=000))?0*\d{1,6}$/u
const TELLING = /^(?=.*\p{L}.*\p{L})[^\s]{4,}$|^[^\s]{9,}$/u
