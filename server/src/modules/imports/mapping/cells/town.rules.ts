// A town with its postal code, state or country in one cell, as headers like "PLZ/Ort" and "City, State, Zip" announce.

export type TownParts = { city?: string; state?: string; postalCode?: string; country?: string }

/** `parts` as the header names them, in its order. What cannot be told apart stays with the town. */
export function splitTown(text: string, parts: readonly string[]): TownParts {
  const town: TownParts = {}
  let rest = text.replace(/\s+/g, ' ').trim()
  if (parts.includes('address.country') && parts.at(-1) === 'address.country') {
    const found = /^(.+),\s*([^,\d]+)$/.exec(rest)
    if (found) {
      town.country = found[2]?.trim()
      rest = found[1] ?? ''
    }
  }
  if (parts.includes('address.postalCode')) {
    const words = rest.split(/[\s,/]+/).filter((word) => word !== '')
    const isFirst = parts[0] === 'address.postalCode'
    const count = isFirst ? codeAtStart(words) : codeAtStart([...words].reverse())
    const code = isFirst ? words.slice(0, count) : words.slice(words.length - count)
    if (count > 0) {
      town.postalCode = code.join(' ')
      rest = isFirst
        ? rest.slice(rest.indexOf(code.at(-1) ?? '') + (code.at(-1) ?? '').length)
        : rest.slice(0, rest.lastIndexOf(code[0] ?? ''))
    }
  }
  rest = bare(rest)
  if (parts.includes('address.state')) {
    const found =
      /^(.+?)(?:\s*[,/(]\s*|\s+-\s+)([^,/()]+)\)?$/.exec(rest) ?? /^(.+) (\p{Lu}{2,3})$/u.exec(rest)
    if (found) {
      town.state = found[2]?.trim()
      rest = bare(found[1] ?? '')
    }
  }
  if (rest !== '') town.city = rest
  return town
}

const bare = (text: string) => text.replace(/^[\s,/–-]+|[\s,/–-]+$/g, '')

/** How many of the first words are the code: those with a digit, and the two letters after four digits in the Netherlands. */
function codeAtStart(words: readonly string[]): number {
  let count = 0
  while (count < Math.min(2, words.length) && isOfCode(words, count)) count++
  return count
}

function isOfCode(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (/\d/.test(word)) return word.length <= 10
  return at === 1 && /^\p{Lu}{2}$/u.test(word) && /^\d{4}$/.test(words[0] ?? '')
}
