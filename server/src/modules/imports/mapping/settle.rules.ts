// What the candidates of a table become beside each other: which "Name" is whose, and who is somebody else.
import { holdsDigits, looksLikeDaysOfMonth, looksLikeSalutations } from './looks.rules.ts'
import type { ColumnSurvey } from './survey.ts'

/** Paths with a leading ~ are undecided. */
export type Candidate = { readonly column: number; path: string; readonly score: number }

/** Of so few values none proves anything by itself. */
export const FEW = 8

/** Gives the undecided ones their path by what else the table has. */
export function settle(candidates: Candidate[], columns: readonly ColumnSurvey[]): void {
  const has = (...paths: string[]) => candidates.some((one) => paths.includes(one.path))
  const replace = (from: string, to: string) => {
    for (const one of candidates) if (one.path === from) one.path = to
  }
  dropOthers(candidates, columns)
  const hasState = candidates.some(({ path }) => path.endsWith('.state'))
  for (const one of candidates) {
    const sample = columns[one.column]?.sample ?? []
    if (one.path === '~title') one.path = looksLikeSalutations(sample) ? 'salutation' : 'organization.title'
    if (
      one.path === 'dateOfBirth' &&
      has('dateOfBirth.month', 'dateOfBirth.year') &&
      looksLikeDaysOfMonth(sample)
    )
      one.path = 'dateOfBirth.day'
    if (one.path === '~unit' && holdsDigits(sample)) one.path = 'address.line2'
    // In Colombia and Peru, of the country; beside somebody's position, of the company.
    else if (one.path === '~unit' && has('address.city') && !has('organization.title') && !hasState)
      one.path = 'address.state'
  }
  if (has('firstName') && !has('lastName')) replace('~name', 'lastName')
  else if (has('lastName') && !has('firstName')) replace('~name', 'firstName')
  const contact = has('~contact', 'contact.firstName', 'contact.lastName')
  const person = has('firstName', 'lastName', 'fullName')
  if (contact && !person && !has('~company')) {
    replace('~name', '~company')
    // A list of shops that buy, with somebody to ask for: "Store name, Contact first name".
    if (!has('~company') && has('~store', 'stores')) {
      replace(has('~store') ? '~store' : 'stores', '~company')
      for (const one of candidates)
        if (one.path === 'externalId' && /contact/i.test(columns[one.column]?.header ?? ''))
          one.path = '~contactId'
      replace('~storeId', 'externalId')
    }
  }
  replace('~name', has('~company') || !contact ? 'fullName' : '~company')
  const company = has('~company')
  const byContact =
    company && contact && !has('firstName', 'lastName', 'fullName') && !recurs(candidates, columns)
  replace('~contact', byContact ? 'contact.name' : 'fullName')
  if (byContact) replace('organization.title', 'contact.title')
  else
    for (const part of ['firstName', 'lastName', 'middleName', 'salutation', 'email', 'phone'])
      replace(`contact.${part}`, part)
  replace(
    '~company',
    byContact || !has('firstName', 'lastName', 'fullName') ? 'businessName' : 'organization',
  )
}

/** The same companies row after row: a list of their people, and not of companies with somebody to ask for. */
const recurs = (candidates: readonly Candidate[], columns: readonly ColumnSurvey[]): boolean =>
  candidates.some(({ path, column }) => {
    const sample = columns[column]?.sample ?? []
    return path === '~company' && sample.length >= FEW && new Set(sample).size <= sample.length * 0.75
  })

const WHO = /^(?:email|phone|fullName|~name|firstName|lastName)$/

/**
 * The same in every row is whoever sold or was visited, where another column tells people apart; and
 * whom a bill is for is not who somebody is, where the name is there.
 */
function dropOthers(candidates: Candidate[], columns: readonly ColumnSurvey[]): void {
  const samples = (one: Candidate) => columns[one.column]?.sample ?? []
  const isSame = (one: Candidate) => samples(one).length > 2 && new Set(samples(one)).size === 1
  const differs = (one: Candidate) => new Set(samples(one)).size > 1
  const named = candidates.some(({ path, score }) => /^(?:fullName|~name)$/.test(path) && score >= 90)
  const dropped = candidates.filter(
    (one) =>
      (WHO.test(one.path) &&
        isSame(one) &&
        candidates.some((other) => groupOf(other.path) === groupOf(one.path) && differs(other))) ||
      (named && one.score <= 80 && OF_BILL.test(one.path)),
  )
  for (const one of dropped) candidates.splice(candidates.indexOf(one), 1)
}

const OF_BILL = /^(?:firstName|lastName|fullName)$/
const groupOf = (path: string) => (path === '~name' ? 'fullName' : path)
