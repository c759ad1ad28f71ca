// What a column of a list of affiliations can be, and what it is called in files.
import type { ImportField } from '../kinds.rules.ts'
import type { ReadTie } from '../mapping/canonical.ts'
import { headerWords } from '../mapping/header-words.rules.ts'

const aliases: Readonly<Record<string, string>> = {
  'contact.externalId':
    'contact id|person id|customer id|individual id|member id|kontakt id|id contacto|id contact',
  'contact.number':
    'contact number|customer number|person number|contact no|customer no|kundennummer|numero cliente',
  'contact.email': 'email|contact email|person email|customer email|email address|correo|courriel',
  'contact.phone': 'phone|contact phone|person phone|customer phone|telephone|telefon|telefono',
  'contact.name':
    'contact|contact name|person|person name|customer|customer name|name|full name|ansprechpartner|contacto',
  'contact.firstName': 'first name|contact first name|given name|vorname|nombre|prenom',
  'contact.lastName': 'last name|contact last name|family name|surname|nachname|apellidos|nom',
  'organization.externalId':
    'organization id|organisation id|company id|account id|business id|store id|id empresa|firma id',
  'organization.number':
    'organization number|organisation number|company number|account number|business number',
  'organization.name':
    'organization|organisation|organization name|organisation name|company|company name|account|account name|business|business name|firma|empresa|societe|azienda',
  title: 'title|organization title|role|contact role|job title|position|funktion|cargo|fonction',
  isManager: 'is manager|manager',
  isPrimary: 'is primary|primary|main',
  from: 'from|since|start|start date|begin|von|desde|depuis',
  until: 'until|to|end|end date|bis|hasta|fin',
}

/** Said in the words of other kinds. */
const synonyms: Readonly<Record<string, string>> = {
  organization: 'organization.name',
  businessName: 'organization.name',
  'organization.title': 'title',
  'contact.title': 'title',
  fullName: 'contact.name',
  firstName: 'contact.firstName',
  lastName: 'contact.lastName',
  email: 'contact.email',
  phone: 'contact.phone',
  number: 'contact.number',
  externalId: 'contact.externalId',
}

const pathByWords = new Map(
  Object.entries(aliases).flatMap(([path, words]) =>
    [path, ...words.split('|')].map((word) => [headerWords(word), path] as const),
  ),
)

/** Null: there is no such path. */
export function tiePath(path: string): string | null {
  const own = path.replace(/^customer\./, 'contact.')
  const known = synonyms[own] ?? own
  return aliases[known] === undefined ? null : known
}

/** What a header means by itself; null when it says nothing here. */
export const tiePathOfHeader = (header: string): string | null =>
  tiePath(header.trim()) ?? pathByWords.get(headerWords(header)) ?? null

const cellOf = (path: string): string => {
  if (path === 'isManager' || path === 'isPrimary') return 'yesNo'
  return path === 'from' || path === 'until' ? 'day' : 'text'
}

export const tieFields: readonly ImportField[] = Object.keys(aliases).map((path) => {
  const [head = ''] = path.split('.')
  const group = head === 'contact' ? 'member' : head === 'organization' ? 'memberOf' : 'membership'
  return { path, group, cell: cellOf(path), required: false, values: [] }
})

/** What is read of a row, by the paths of its columns. */
export function valuesOfTie({ person, organization, source: _, ...tie }: ReadTie): Record<string, unknown> {
  const { names, ...said } = person
  const name = [names.firstName, names.lastName].filter(Boolean).join(' ') || null
  const named = [
    ...Object.entries({ ...said, ...names, name }).map(([part, value]) => [`contact.${part}`, value]),
    ...Object.entries(organization).map(([part, value]) => [`organization.${part}`, value]),
    ...Object.entries(tie),
  ]
  return Object.fromEntries(named.filter(([, value]) => value !== null && value !== undefined))
}
