// How each calling code writes its numbers, taken from the library's rules: all that showing a number takes, a sixth
// of the whole.
import metadata from 'libphonenumber-js/min/metadata'

type Format = readonly [
  pattern: string,
  format: string,
  leadingDigits?: readonly string[],
  nationalRule?: string | 0,
  nationalRuleIsOptional?: 0 | 1,
  international?: string,
]
type Country = Readonly<Record<number, unknown>>
const FORMATS = 4
const NATIONAL_RULE = 6

/** `"44": ["GB GG IM JE", [pattern, leading digits, national, international?], …]`, the last only where it differs. */
export function phoneFormatsText(): string {
  const { country_calling_codes, countries, nonGeographic } = metadata as unknown as {
    readonly country_calling_codes: Readonly<Record<string, readonly string[]>>
    readonly countries: Readonly<Record<string, Country>>
    readonly nonGeographic: Readonly<Record<string, Country>>
  }
  const lines = Object.entries(country_calling_codes).map(([code, names]) => {
    // The first country of a shared code holds the formats of all.
    const entry = countries[names[0] ?? ''] ?? nonGeographic[code] ?? {}
    const formats = (entry[FORMATS] || []) as readonly Format[]
    const rule = (entry[NATIONAL_RULE] || '') as string
    return `  "${code}": ${JSON.stringify([names.join(' '), ...formats.map((format) => shownBy(format, rule))])}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

function shownBy([pattern, format, leading = [], own, , abroad = format]: Format, general: string) {
  const rule = own || general
  const national = rule === '' ? format : format.replace(/(\$\d)/, rule)
  // Abroad nobody knows brackets and dashes: groups stand apart.
  const international = abroad.replace(/[^$\d]+/g, ' ').trim()
  const leadingDigits = leading.at(-1) ?? ''
  return [pattern, leadingDigits, national, ...(national === international ? [] : [international])]
}
