// Tags and stores of a page's items: PostgreSQL writes their numbers (`"tags":[3,17]`), and what they stand for comes in here.

export type Known = ReadonlyMap<number, { readonly rank: number; readonly text: string }>
export type Legend = { readonly tags: Known; readonly stores: Known }

// Within a JSON string the quotes would be escaped, and nothing else of an item is a bare list of numbers under these names.
const NUMBERS = /"(tags|stores)":\[([-\d,]+)\]/g

/** Of stores the preferred one comes behind the others, below zero; 0 when there is none. */
export function withLinks(items: string, legend: Legend): string {
  return items.replace(NUMBERS, (_, field: 'tags' | 'stores', text: string) => {
    const numbers = text.split(',').map(Number)
    return field === 'tags'
      ? `"tags":[${tagsOf(numbers, legend.tags)}]`
      : `"stores":[${storesOf(numbers, legend.stores)}]`
  })
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
