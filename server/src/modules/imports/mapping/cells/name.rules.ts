// A whole name in one cell: which part is which, as far as it can be told.

export type NameParts = {
  salutation?: string
  firstName?: string
  middleName?: string
  lastName?: string
  nickname?: string
}

/** `spanish`: of three words or more two are family names. `familyFirst`: the column says that they come before. */
type Manner = { readonly spanish?: boolean; readonly familyFirst?: boolean }

export function splitName(text: string, { spanish = false, familyFirst = false }: Manner = {}): NameParts {
  const parts: NameParts = {}
  let rest = text.replace(/\s+/g, ' ').trim()
  const nickname = /(?:^|\s)(?:"([^"]+)"|“([^”]+)”|\(([^)\d]+)\))(?=\s|$)/.exec(rest)
  if (nickname && rest.length > nickname[0].length) {
    parts.nickname = nickname[1] ?? nickname[2] ?? nickname[3] ?? ''
    rest = rest.replace(nickname[0], ' ').replace(/\s+/g, ' ').trim()
  }
  const title = TITLE.exec(rest)
  if (title && rest.length > title[0].length) {
    parts.salutation = title[0].trim()
    rest = rest.slice(title[0].length)
  }
  return { ...parts, ...splitBare(rest, spanish, familyFirst) }
}

/** Whether a text is the name of a company: by its legal form. */
export const isCompanyName = (text: string) => LEGAL_FORM.test(text)

const TITLE =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|rev|herr|frau|sr|sra|srta|mme|mlle|monsieur|madame|sig|sig\.ra|dott|dott\.ssa|dhr|mevr|ing|lic|dra|dipl\.-ing)\.?\s+)+(?=\S)/i
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|esq|cpa|dds|msc|m\.sc|mba)\.?$/i
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|dello|di|da|do|dos|das|du|des|la|las|los|le|el|al|bin|ibn|ben|bint|st\.?|saint|ter|ten|te|zu|zum|zur|af|av|y|e|vander|vanden|d'|'t|mac|mc|op)$/i
const LEGAL_FORM =
  /(?:^|[\s,])(?:inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|llp|plc|gmbh|mbh|ag|kg|ohg|gbr|ug|e\.\s?k|e\.\s?v|kgaa|s\.?a|s\.?a\.?s|s\.?a\.?r\.?l|sarl|eurl|s\.?l|s\.?l\.?u|s\.?c|s\.?coop|s\.?r\.?l|s\.?p\.?a|s\.?n\.?c|b\.?v|n\.?v|v\.?o\.?f|c\.?v|ltda|eireli|lda|unipessoal|s\.?a\.? de c\.?v|oy|ab|a\/s|aps|as|sp\.? z o\.?o|s\.?r\.?o|a\.?s|kft|zrt|d\.?o\.?o|pty|pte|kk|k\.k|sdn\.? bhd|bhd)\.?$|& co\.?(?:\s|$)|\b(?:gmbh|s\.a\. de c\.v\.|ltda|pty ltd)\b|\b(?:restaurant|restaurante|hotel|school|university|church|stiftung|verein|association|foundation|ayuntamiento)\b/i
const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+ [\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u

function splitBare(text: string, spanish: boolean, familyFirst: boolean): NameParts {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text)
  if (comma && !SUFFIX.test(comma[2] ?? ''))
    return withMiddle({ lastName: comma[1]?.trim() ?? '', firstName: comma[2]?.trim() ?? '' })
  const words = text
    .replaceAll(',', '')
    .split(' ')
    .filter((word) => word !== '')
  if (words.length < 2) return words.length === 0 ? {} : { firstName: words[0] as string }
  if (EAST_ASIAN.test(text)) return { lastName: words[0] as string, firstName: words[1] as string }
  const shouted = shoutedFamily(words)
  if (shouted > 0)
    return { lastName: words.slice(0, shouted).join(' '), firstName: words.slice(shouted).join(' ') }
  if (familyFirst) {
    const end = familyEnd(words, spanish)
    return withMiddle({ lastName: words.slice(0, end).join(' '), firstName: words.slice(end).join(' ') })
  }
  const at = familyStart(words, spanish)
  return withMiddle({ firstName: words.slice(0, at).join(' '), lastName: words.slice(at).join(' ') })
}

/** How many words the family name before the given one has, when it is written in capitals: DUPONT Jean. */
function shoutedFamily(words: readonly string[]): number {
  const isShouted = (word: string) => /^[\p{Lu}'’-]{2,}$/u.test(word)
  const count = words.findIndex((word) => !isShouted(word))
  return count > 0 && words.slice(count).every((word) => /^\p{Lu}\p{Ll}/u.test(word)) ? count : 0
}

/** Where the family name ends that comes first: after its particles and one word, in Spanish after two. */
function familyEnd(words: readonly string[], spanish: boolean): number {
  let end = 1
  while (end < words.length - 1 && PARTICLE.test(words[end - 1] as string)) end++
  if (!spanish || words.length - end < 2) return end
  end++
  while (end < words.length - 1 && PARTICLE.test(words[end - 1] as string)) end++
  return end
}

function familyStart(words: readonly string[], spanish: boolean): number {
  let at = words.length - 1
  while (at > 1 && SUFFIX.test(words[at] as string)) at--
  const suffixes = words.length - 1 - at
  if (
    spanish &&
    words.length - suffixes >= 3 &&
    !words.slice(0, at).some((word, i) => i > 0 && PARTICLE.test(word))
  )
    at--
  while (at > 1 && PARTICLE.test(words[at - 1] as string)) at--
  // "de la Cruz García": a family name that begins with a particle holds all that follows it.
  const particle = words.findIndex((word, i) => i > 0 && PARTICLE.test(word) && !/^(?:y|e)$/i.test(word))
  return particle > 0 && spanish ? Math.min(particle, at) : at
}

/** An initial is a middle name; further given names stay together, as people say them. */
function withMiddle(parts: { readonly firstName: string; readonly lastName: string }): NameParts {
  const found = /^(\S+(?: \S{2,})*) (\p{Lu}\.?)$/u.exec(parts.firstName)
  return found ? { firstName: found[1] ?? '', middleName: found[2] ?? '', lastName: parts.lastName } : parts
}
