// Tags and stores of a page's items: PostgreSQL writes their numbers (`"tags":[3,17]`), and what they stand for comes in here.

export type Known = ReadonlyMap<number, { readonly rank: number; readonly text: string }>

export type Legend = {
  readonly tags: Known
  readonly stores: Known
  /** What was written for numbers that stood together before: most customers carry one of few combinations. */
  readonly written: Map<string, string>
}

const MOST_WRITTEN = 5000
// Within a JSON string the quotes would be escaped, and nothing else of an item is a bare list of numbers under these names.
const NUMBERS = /"(?:tags|stores)":\[[-\d,]+\]/g

/** Of stores the preferred one comes behind the others, below zero; 0 when there is none. */
export function withLinks(items: string, legend: Legend): string {
  return items.replace(NUMBERS, (numbers) => {
    let text = legend.written.get(numbers)
    if (text === undefined) {
      text = writeLinks(numbers, legend)
      if (legend.written.size < MOST_WRITTEN) legend.written.set(numbers, text)
    }
    return text
  })
}

function writeLinks(field: string, { tags, stores }: Legend): string {
  const isTags = field.startsWith('"tags"')
  const numbers = field
    .slice(field.indexOf('[') + 1, -1)
    .split(',')
    .map(Number)
  return isTags ? `"tags":[${tagsOf(numbers, tags)}]` : `"stores":[${storesOf(numbers, stores)}]`
}

const tagsOf = (numbers: readonly number[], tags: Known): string =>
  numbers
    .flatMap((number) => tags.get(number) ?? [])
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text)
    .join()

function storesOf(numbers: readonly number[], stores: Known): string {
  const preferred = -(numbers.at(-1) ?? 0)
  return numbers
    .slice(0, -1)
    .flatMap((number) => {
      const store = stores.get(number)
      return store === undefined ? [] : [{ ...store, isPreferred: number === preferred }]
    })
    .sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred) || a.rank - b.rank)
    .map(({ text, isPreferred }) => `${text.slice(0, -1)},"preferred":${isPreferred}}`)
    .join()
}
