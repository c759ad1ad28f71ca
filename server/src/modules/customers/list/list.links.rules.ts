// Tags and stores of an item: a search row keeps their numbers, and what they stand for comes in here.

export type Known = ReadonlyMap<number, { readonly rank: number; readonly text: string }>

export type Legend = {
  readonly tags: Known
  readonly stores: Known
  /** What was written for numbers that stood together before: most customers carry one of few combinations. */
  readonly written: { readonly tags: Map<string, string>; readonly stores: Map<string, string> }
}

const MOST_WRITTEN = 500

/** JSON of the tags of `{3,17}`, in the order of their names. */
export function tagsText(numbers: string, legend: Legend): string {
  return remembered(legend.written.tags, numbers, () => {
    const tags = numbersOf(numbers).flatMap((number) => legend.tags.get(number) ?? [])
    return `[${tags
      .sort((a, b) => a.rank - b.rank)
      .map(({ text }) => text)
      .join()}]`
  })
}

/** JSON of the stores of `{1,2}2`: behind them the preferred one, or 0. It stands first. */
export function storesText(numbers: string, legend: Legend): string {
  return remembered(legend.written.stores, numbers, () => {
    const end = numbers.indexOf('}') + 1
    const preferred = Number(numbers.slice(end))
    const stores = numbersOf(numbers.slice(0, end)).flatMap((number) => {
      const store = legend.stores.get(number)
      return store === undefined ? [] : [{ ...store, isPreferred: number === preferred }]
    })
    return `[${stores
      .sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred) || a.rank - b.rank)
      .map(({ text, isPreferred }) => `${text.slice(0, -1)},"preferred":${isPreferred}}`)
      .join()}]`
  })
}

const numbersOf = (array: string): number[] =>
  array === '{}' ? [] : array.slice(1, -1).split(',').map(Number)

function remembered(written: Map<string, string>, key: string, write: () => string): string {
  let text = written.get(key)
  if (text === undefined) {
    text = write()
    if (written.size < MOST_WRITTEN) written.set(key, text)
  }
  return text
}
