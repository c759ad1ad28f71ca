// The person of a company's row: found again among the company's people by name, else like any row, else made.
import type { Reader } from '../../../db/client.ts'
import type { NameOrder } from '../../../kernel/names.ts'
import type { ReadContact, ReadFields } from '../mapping/canonical.ts'
import { aboutRow } from './apply.rules.ts'
import type { Book, Entity } from './book.ts'
import type { BatchFacts, ImportScope } from './facts.ts'
import { isNobody, type Keys, keysOf } from './keys.rules.ts'
import type { Made } from './made.ts'
import { type Found, findContacts } from './match.queries.ts'
import { likelyOne } from './match.ts'
import { change, tieTo } from './tie-rows.ts'
import { tie } from './ties.ts'
import type { Work } from './work.ts'
import { writeFields } from './write-fields.ts'

export type ContactRow = {
  readonly one: Work
  readonly contact: ReadContact
  readonly keys: Keys
  readonly found: readonly Found[]
}

export const contactKeys = (contact: ReadContact, order: NameOrder): Keys => keysOf(fieldsOf(contact), order)

function fieldsOf({ title: _, ...contact }: ReadContact): ReadFields {
  return { type: 'personal', typeGiven: false, ...contact }
}

type Meeting = { readonly book: Book; readonly facts: BatchFacts; readonly made: Made }

export async function meetContacts(
  rows: readonly ContactRow[],
  { book, facts, made }: Meeting,
  load: (ids: readonly string[]) => Promise<void>,
  tx: Reader,
  { scope }: ImportScope,
): Promise<void> {
  const asked = rows.flatMap(({ one, keys }) =>
    one.entity === null || one.entity.isNew ? [] : [{ organizationId: one.entity.id, name: keys.name }],
  )
  await load(await findContacts(tx, scope.merchantId, asked))
  for (const row of rows) meetContact(row, row.one.entity, { book, facts, made })
}

function meetContact(row: ContactRow, organization: Entity | null, { book, facts, made }: Meeting): void {
  const { one, contact } = row
  const fields = fieldsOf(contact)
  if (organization === null || isNobody(fields)) return
  if (organization.draft.type !== 'business') {
    one.warnings.push(aboutRow('contact.of_person', 'Only organizations have contacts'))
    return
  }
  const known = findContact(book, row, organization, facts)
  const entity = known ?? book.make('personal')
  const isMade = known === null
  if (isMade) made.contacts++
  const written = writeFields(book, entity, fields, { isMade, facts, warnings: one.warnings })
  const [organizations, wanted] = tieTo(organization, contact.title)
  const tied = tie(entity, wanted, organizations, false)
  const isTied = change(book, { entity, outcome: 'unchanged' }, { organizations: [...tied.organizations] })
  organization.hasContacts = true
  one.contactChanged ||= isMade || written || isTied
}

function findContact(
  book: Book,
  { contact, keys, found }: ContactRow,
  organization: Entity,
  facts: BatchFacts,
): Entity | null {
  const people = book
    .contacts(organization.id, keys.name)
    .filter((one) => one.isVisible && one.keys.type === 'personal' && one.keys.name === keys.name)
    .filter((one) => one.draft.organizations.some((tie) => tie.id === organization.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (people[0] !== undefined) return people[0]
  // A name alone is no reason to take somebody from elsewhere.
  return keys.isBare ? null : likelyOne(book, { fields: fieldsOf(contact), keys, ownId: null }, found, facts)
}
