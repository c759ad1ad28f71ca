/**
 * Finds which column is what, when nobody said: by the words of the headers, proved by the look of
 * the values, and settled among the columns, since "Name" is a family name beside "Vorname" and a
 * company beside "Contact name". What means nothing stays unread.
 */
import type { ReadContext } from './canonical.ts'
import { REPORT_HEADER } from './canonical.ts'
import { isWirePath, matchHeader } from './header-match.rules.ts'
import { headerWords, isOfAnother } from './header-words.rules.ts'
import { findLayout } from './layouts.rules.ts'
import { areDistinct, countRows, fits, guessByLook, looksLikePhones, saysNothing } from './looks.rules.ts'
import { isPath } from './setters.ts'
import { type Candidate, FEW, settle } from './settle.rules.ts'
import type { ColumnSurvey } from './survey.ts'

export type Found = {
  /** By column; null: unread. */
  readonly paths: readonly (string | null)[]
  /** The program the file is from; `own`: our export; null: unknown. */
  readonly layout: string | null
  readonly source: string | null
}

export function findPaths(
  columns: readonly ColumnSurvey[],
  context: Pick<ReadContext, 'attributes' | 'stores'>,
): Found {
  const headers = columns.map((column) => column.header)
  if (isOwnExport(columns)) return ownFound(columns, context)
  const layout = findLayout(headers)
  const candidates: Candidate[] = []
  for (const [column, survey] of columns.entries()) {
    const words = headerWords(survey.header)
    const known = layout?.columns[words]
    if (known === null || REPORT_HEADER.test(survey.header.trim())) continue
    if (known !== undefined) candidates.push({ column, path: known, score: 110 })
    else candidates.push(...proved(column, survey, words, context))
  }
  settle(candidates, columns)
  if (!candidates.some((one) => one.path === 'externalId')) candidates.push(...firstColumnId(columns))
  const paths = assign(candidates, columns.length)
  if (layout === null) addByLook(paths, columns)
  return { paths, layout: layout?.name ?? null, source: layout?.source ?? null }
}

/** The columns are words of ours, and ids, if any, are of our making. */
export function isOwnExport(columns: readonly ColumnSurvey[]): boolean {
  const renamed = organizationsColumn(columns)
  const named = columns
    .filter((column) => column !== renamed)
    .map((column) => column.header.trim())
    .filter((header) => header !== '' && !REPORT_HEADER.test(header))
  const ids = columns.find((column) => column.header.trim() === 'id')?.sample ?? []
  if (ids.length === 0)
    return named.length > 0 && named.every(isWirePath) && named.some((header) => OURS_ALONE.test(header))
  // Somebody may have put a column of their own beside ours.
  return ids.every((id) => OUR_ID.test(id)) && named.filter(isWirePath).length > named.length / 2
}

const OUR_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
/** Words that no other program would write so. */
const OURS_ALONE =
  /^(?:displayName|businessName|additionalEmails|dateOfBirth|doNotServe|externalIds|customerSince|gateCode|accountType|preferredLanguage|revenue6m|activity|balanceDue|consent|billing\..*|attributes\..*|phones|addresses)$/

function ownFound(columns: readonly ColumnSurvey[], { attributes }: Pick<ReadContext, 'attributes'>): Found {
  const renamed = organizationsColumn(columns)
  const paths = columns.map((column) =>
    column === renamed ? 'organizations' : ownPath(column.header, attributes),
  )
  return { paths, layout: 'own', source: null }
}

/** Organizations stand under the word of the merchant whose export it is; here they may be called otherwise. */
function organizationsColumn(columns: readonly ColumnSurvey[]): ColumnSurvey | undefined {
  if (columns.some(({ header }) => header.trim() === 'organizations')) return undefined
  return columns.find(
    ({ header, sample }) =>
      !isWirePath(header.trim()) && sample.filter(isListOfOrganizations).length > sample.length / 2,
  )
}

function isListOfOrganizations(cell: string): boolean {
  if (!cell.startsWith('[{"id":"')) return false
  try {
    const list: unknown = JSON.parse(cell)
    return Array.isArray(list) && list.every(isOrganization)
  } catch {
    return false
  }
}

const MEMBERS = ['id', 'number', 'name', 'title', 'isManager', 'isPrimary', 'from', 'until']
const isOrganization = (item: unknown): boolean =>
  typeof item === 'object' &&
  item !== null &&
  'name' in item &&
  'id' in item &&
  OUR_ID.test(String(item.id)) &&
  Object.keys(item).every((member) => MEMBERS.includes(member))

/** Figures and what the database keeps by itself are not read back, nor attributes that this merchant does not have. */
function ownPath(header: string, attributes: ReadContext['attributes']): string | null {
  const path = header.trim()
  if (!isWirePath(path) || NOT_READ.test(path)) return null
  const key = /^attributes\.(.+)$/.exec(path)?.[1]
  return key === undefined || attributes.some((attribute) => attribute.key === key) ? path : null
}

const NOT_READ =
  /^(?:displayName|activity(?:\..*)?|snoozedUntil|balanceDue|loyalty(?:\..*)?|giftCardNumber|photoUrl|firstOrderAt|lastOrderAt|orders|visits|revenue6m|revenueTotal|reviews(?:\..*)?|createdAt|updatedAt|version)$/

function proved(
  column: number,
  survey: ColumnSurvey,
  words: string,
  { attributes, stores }: Pick<ReadContext, 'attributes' | 'stores'>,
): Candidate[] {
  const attribute = attributes.find(
    (one) => headerWords(one.label) === words || headerWords(one.key) === words,
  )
  const match = matchHeader(survey.header)
  if (attribute !== undefined && (match === null || match.score < 100))
    return [{ column, path: `attributes.${attribute.key}`, score: 105 }]
  // Paths with a dot are ours: nobody else heads a column "phones.fax".
  const ownWord = survey.header.trim()
  if (ownWord.includes('.') && isPath(ownWord)) return [{ column, path: ownWord, score: 105 }]
  const { sample } = survey
  const kind = KINDS_ALONE[words]
  if ((match === null || match.path === 'consent.sms') && kind !== undefined && looksLikePhones(sample))
    return [{ column, path: kind, score: 90 }]
  if (match === null) return []
  if (saysNothing(match.path, sample)) return []
  if (!fits(match.path, sample)) {
    // "Contact" may hold addresses of mail: the values know better. A few bad ones do not make "Phone" something else.
    const look = guessByLook(sample)
    if (look !== null && look !== match.path)
      return look === 'email' || look === 'phone' ? [{ column, path: look, score: 60 }] : []
    if (match.score < 90 || sample.length >= FEW || !SAYS_ITSELF.test(match.path)) return []
  }
  const isIdentity = match.path === 'externalId' || match.path === 'number'
  if (isIdentity && (!tellsApart(sample) || (COUNTER.test(words) && countRows(sample)))) return []
  if (match.path === '~storeId' && areStores(survey, stores))
    return [{ column, path: 'stores', score: match.score }]
  if (match.path === 'stores' && !areStores(survey, stores))
    return [{ column, path: '~store', score: match.score }]
  return [{ column, path: match.path, score: match.score }]
}

/** Words that head customer numbers and the numbers of lines alike. */
const COUNTER = /^(?:no|nr|num|number|nummer|numero|lfd nr)$/

/** Headers that mean a phone only where there are numbers to call. */
const KINDS_ALONE: Readonly<Record<string, string>> = {
  home: 'phones.home',
  house: 'phones.home',
  work: 'phones.work',
  business: 'phones.work',
  office: 'phones.work',
  arbeit: 'phones.work',
  trabajo: 'phones.work',
  particular: 'phones.home',
  casa: 'phones.home',
  domicile: 'phones.home',
  day: 'phone',
  night: 'phones.home',
  sms: 'phones.mobile',
}

/** A number that stands twice by mistake makes a column of numbers nothing else: its row is told. */
const tellsApart = (sample: readonly string[]) =>
  areDistinct(sample) ||
  (sample.length >= FEW_IDS &&
    new Set(sample).size === sample.length - 1 &&
    sample.every((id) => /\d/.test(id)))
/** Among fewer one may as well be of something else, and strangers would become one. */
const FEW_IDS = 10

/** "supplierID": the first column, when each row has another value of it, is how that program tells rows apart. */
function firstColumnId([first]: readonly ColumnSurvey[]): Candidate[] {
  const isId = first !== undefined && /^\S+ id$/.test(headerWords(first.header)) && first.sample.length > 0
  return isId && areDistinct(first.sample) && fits('externalId', first.sample)
    ? [{ column: 0, path: 'externalId', score: 40 }]
    : []
}

const SAYS_ITSELF =
  /^(?:email|additionalEmails|phone|phones\..*|contact\.(?:email|phone)|dateOfBirth|anniversary|website|taxExempt|consent\..*|address\.(?:postalCode|country|city)|preferredLanguage|nationality)$/

/** A word like "location" may be anything: names of stores recur, or are known. */
function areStores({ sample }: ColumnSurvey, stores: ReadContext['stores']): boolean {
  const known = new Set(
    stores.flatMap((store) => [store.name.toLowerCase(), store.code?.toLowerCase() ?? '', store.id]),
  )
  if (sample.some((text) => known.has(text.toLowerCase()))) return true
  return (
    !sample.some((text) => /^\d+$/.test(text)) &&
    (sample.length < 8 || new Set(sample).size <= sample.length * 0.5)
  )
}

/** Paths of which a file may have several columns: all are read, or the first that is filled. */
const REPEATABLE =
  /^(?:additionalEmails|phones\.(?!\d)\w+|tags|stores|notes|fullName|gender|dateOfBirth|billing\.invoiceEmails|address(?:es\.\w+)?\.(?:state|country))$/
const SECOND: Readonly<Record<string, string>> = {
  email: 'additionalEmails',
  phone: 'phones.other',
  'contact.phone': 'contact.phone',
  'address.line1': 'address.line2',
}

function assign(candidates: readonly Candidate[], width: number): (string | null)[] {
  const paths: (string | null)[] = new Array(width).fill(null)
  const taken = new Set<string>()
  const hasLine2 = candidates.some(({ path }) => path === 'address.line2')
  const inOrder = [...candidates].sort((a, b) => b.score - a.score || a.column - b.column)
  for (const { path, column } of inOrder) {
    // Undecided to the end: a store that is none, an id of something else.
    if (path.startsWith('~')) continue
    const free = !taken.has(path) || REPEATABLE.test(path) ? path : SECOND[path]
    if (free === undefined || (taken.has(free) && !REPEATABLE.test(free))) continue
    // "Postal address 1" beside "physical address 1" is another address, not more of it.
    if (free !== path && free === 'address.line2' && hasLine2) continue
    taken.add(free)
    paths[column] = free
  }
  return paths
}

/** Columns without a telling header whose values cannot be mistaken. */
function addByLook(paths: (string | null)[], columns: readonly ColumnSurvey[]): void {
  for (const [i, { header, sample }] of columns.entries()) {
    if (paths[i] !== null || sample.length === 0 || matchHeader(header) !== null) continue
    if (isOfAnother(headerWords(header))) continue
    const look = guessByLook(sample)
    if (look === null || paths.includes(look)) continue
    const named = paths.some(
      (path) =>
        path !== null && /^(?:firstName|lastName|fullName|businessName|contact\.\w*[nN]ame)$/.test(path),
    )
    if (
      (look === 'fullName' && named) ||
      (look === 'address.country' && paths.some((path) => path?.endsWith('.country')))
    )
      continue
    paths[i] = look
  }
}
