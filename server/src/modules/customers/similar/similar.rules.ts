import { parseEmail, plusless } from '../../../kernel/email.ts'
import { parsePhone } from '../../../kernel/phone.ts'
import { deletions } from '../../../kernel/search-text.ts'
import { normalise } from '../../../kernel/text.ts'

export type Typed = {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly name?: string | undefined
  readonly postalCode?: string | undefined
  readonly country?: string | undefined
}

/** A name with one of its words left open for another spelling. */
type NearName = {
  readonly before: string
  readonly after: string
  readonly spellings: readonly string[]
}

export type Likeness = {
  readonly emails: readonly string[]
  /** Digits of a valid number; others are never used for matching. */
  readonly phone: string | null
  readonly names: readonly string[]
  readonly nearNames: readonly NearName[]
  readonly postalCode: string | null
}

const MOST_WORDS = 6

/** What of the typed can be compared. Half-typed fields are no faults here: they compare with nothing. */
export function likenessOf(typed: Typed, merchantCountry: string): Likeness {
  const email = parseEmail(typed.email ?? '')
  const phone = parsePhone(typed.phone ?? '', typed.country?.toUpperCase() ?? merchantCountry)
  const postalCode = typed.postalCode?.trim() || null
  const name = postalCode === null ? '' : normalise(typed.name ?? '')
  const words = name === '' ? [] : name.split(' ')
  // People are stored last name first or first name first, and typed either way.
  const turned = [...words.slice(-1), ...words.slice(0, -1)].join(' ')
  const names = [...new Set([name, turned])].filter(Boolean)
  return {
    emails: email.ok ? [...new Set([email.email, plusless(email.email)])] : [],
    phone: phone.ok && phone.valid ? phone.digits : null,
    names,
    nearNames: words.length > MOST_WORDS ? [] : names.flatMap(openings),
    postalCode,
  }
}

function openings(name: string): NearName[] {
  const words = name.split(' ')
  return words.flatMap((word, i) => {
    const shorter = deletions(word)
    if (shorter.length === 0) return []
    const before = words
      .slice(0, i)
      .map((w) => `${w} `)
      .join('')
    const after = words
      .slice(i + 1)
      .map((w) => ` ${w}`)
      .join('')
    return [{ before, after, spellings: [word, ...shorter] }]
  })
}
