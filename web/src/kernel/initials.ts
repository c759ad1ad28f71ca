/** One or two letters for a name: “Ann Bell” AB, “Müller & Söhne” MS, “李小龍” 李. Empty of a number, or when there is nothing to read. */
export function initials(name: string): string {
  if (/^[+(]?[\d\s().-]{7,}$/.test(name)) return ''
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []
  const first = words[0]
  if (first === undefined) return ''
  const ideographic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(first)
  const last = words.length > 1 && !ideographic ? words[words.length - 1] : undefined
  return [first, last]
    .map((word) => firstLetter(word ?? ''))
    .join('')
    .toUpperCase()
}

const firstLetter = (word: string): string => [...word][0] ?? ''
