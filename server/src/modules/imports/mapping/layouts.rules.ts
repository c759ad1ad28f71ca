/**
 * Programs known by their headers. Most of their columns map as any others; here stands only what
 * their words mean there and nowhere else, and the name under which their ids are kept.
 */
import { headerWords } from './header-words.rules.ts'

export type Layout = {
  readonly name: string
  /** Paths by the words of the header; null: not read. */
  readonly columns: Readonly<Record<string, string | null>>
}

type Signature = { readonly all: readonly string[]; readonly any?: readonly string[] }

const layouts: readonly (Layout & { readonly signature: Signature; readonly source?: string })[] = [
  {
    name: 'matrixify',
    source: 'shopify',
    signature: {
      all: ['command'],
      any: [
        'tags command',
        'row',
        'top row',
        'address line 1',
        'address command',
        'accepts marketing',
        'email marketing status',
      ],
    },
    columns: {
      id: 'externalId',
      state: 'accountType',
      'address company': '~company',
      'address phone': 'phones.other',
      'address line 1': 'addresses.other.line1',
      'address line 2': 'addresses.other.line2',
      'address city': 'addresses.other.city',
      'address province': 'addresses.other.state',
      'address province code': 'addresses.other.state',
      'address country': 'addresses.other.country',
      'address country code': 'addresses.other.country',
      'address zip': 'addresses.other.postalCode',
      'address first name': null,
      'address last name': null,
    },
  },
  {
    name: 'shopify',
    signature: {
      all: ['first name', 'last name', 'tax exempt'],
      any: ['accepts email marketing', 'accepts marketing', 'total spent'],
    },
    columns: {
      'customer id': 'externalId',
      'default address company': '~company',
      'default address address1': 'address.line1',
      'default address address2': 'address.line2',
      'default address province code': 'address.state',
      'default address country code': 'address.country',
      'default address phone': 'phones.other',
      note: 'notes',
    },
  },
  {
    name: 'square',
    signature: { all: ['square customer id'] },
    columns: {
      'square customer id': 'externalId',
      'reference id': 'number',
      'creation source': null,
      'instant profile': null,
    },
  },
  {
    name: 'hubspot',
    signature: {
      all: ['record id'],
      any: [
        'contact owner',
        'company owner',
        'lead status',
        'create date',
        'associated company',
        'lifecycle stage',
        'company name',
        'first name',
      ],
    },
    columns: {
      'record id': 'externalId',
      'associated company': '~company',
      'associated company ids': null,
      'lead status': null,
      'lifecycle stage': null,
    },
  },
  {
    name: 'google',
    signature: { all: ['phone 1 value'] },
    columns: googleColumns(),
  },
  { name: 'google', signature: { all: ['email 1 value'] }, columns: googleColumns() },
  {
    name: 'google',
    signature: { all: ['given name', 'family name', 'yomi name'] },
    columns: googleColumns(),
  },
  { name: 'google', signature: { all: ['phonetic first name', 'file as'] }, columns: googleColumns() },
]

export function findLayout(headers: readonly string[]): (Layout & { readonly source: string }) | null {
  const words = new Set(headers.map(headerWords))
  const has = (name: string) => words.has(headerWords(name))
  const found = layouts.find(
    ({ signature }) => signature.all.every(has) && (signature.any?.some(has) ?? true),
  )
  return found === undefined
    ? null
    : { name: found.name, columns: found.columns, source: found.source ?? found.name }
}

function googleColumns(): Layout['columns'] {
  return {
    labels: 'tags',
    'group membership': 'tags',
    'organization name': '~company',
    'organization title': 'organization.title',
    'file as': null,
    location: null,
    occupation: null,
    hobby: null,
    subject: null,
    'short name': null,
    'maiden name': null,
    initials: null,
    'billing information': null,
    'directory server': null,
    priority: null,
    sensitivity: null,
    photo: null,
  }
}
