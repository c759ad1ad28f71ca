// What a batch will write, before anything of it is written: whom each row means, and what it makes of them.
import { setImmediate } from 'node:timers/promises'
import type { Reader, Writer } from '../../../db/client.ts'
import type { Staged, Standing } from '../../customers/index.ts'
import type { ReadRow, RowWarning } from '../mapping/canonical.ts'
import { type Book, changesOf, type Entity, newBook } from './book.ts'
import { bringStores } from './bring-stores.ts'
import { contactKeys, meetContacts } from './contacts.ts'
import { type BatchFacts, type ImportScope, readFacts } from './facts.ts'
import { isNobody } from './keys.rules.ts'
import { type Made, nothingMade } from './made.ts'
import { type Found, findCandidates, findMended, type Question, withContacts } from './match.queries.ts'
import { matchRow } from './match.ts'
import { isFirstToMend } from './mended-rows.ts'
import { claimedOf } from './own-ids.ts'
import { missingFields } from './required.rules.ts'
import { stageBook } from './save.ts'
import { tieRows } from './tie-rows.ts'
import { type Memory, nobody, type Work, workOf } from './work.ts'
import { writeFields } from './write-fields.ts'

/** What is to be written of a batch. */
export type Planned = {
  readonly work: readonly Work[]
  readonly met: readonly Work[]
  readonly pending: readonly Work[]
  readonly book: Book
  readonly facts: BatchFacts
  /** Null when something must be made first that it names. */
  readonly staged: Staged | null
  readonly made: Made
}

/** So many rows at a time; between two times statements that wait are sent. */
const PORTION = 25

type Planning = {
  readonly memory: Memory
  readonly before?: Book
  lock(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>>
}

export async function planBatch(
  tx: Reader,
  scope: ImportScope,
  rows: readonly ReadRow[],
  { memory, before, lock }: Planning,
): Promise<Planned> {
  const order = scope.merchant.nameOrder
  const work = rows.map((row) => workOf(row, order))
  const live = work.filter((one) => one.rejected === null)
  const contacts = live.flatMap((one) => {
    const { contact } = one.fields
    return contact === undefined ? [] : [{ one, contact, keys: contactKeys(contact, order) }]
  })
  const questions = [...live.map(questionOf), ...contacts.map(({ keys }) => ({ keys, ownId: null }))]
  const candidates = await findCandidates(tx, idsOf(scope), questions)
  const mended = await findMended(
    tx,
    scope.scope.merchantId,
    live.flatMap(({ row }, n) =>
      row.mends !== undefined && isFirstToMend(memory.mended, row) ? [{ n, mends: row.mends }] : [],
    ),
  )
  const found = grouped([...candidates, ...mended], questions.length)
  // Only rows of our own export bring stores, and these are planned in the transaction that writes them.
  const made = nothingMade()
  if (before === undefined) made.stores = await bringStores(tx as Writer, scope, live, memory.stores)
  const facts = await readFacts(tx, scope, {
    claimed: await claimed(tx, scope, live, found),
    newStores: memory.stores,
  })
  const book = memory.book ?? newBook(order, facts.now, before)
  const load = (ids: readonly string[]) => loadBook(tx, scope, { book, ids, lock })
  await load(found.flatMap((some) => some.map((one) => one.id)))

  for (const [i, one] of live.entries()) {
    meet(book, one, found[i] as Found[], facts)
    if (i % PORTION === PORTION - 1) await setImmediate()
  }
  const met = live.filter((one) => one.entity !== null)
  const pending = await tieRows(tx, scope, { book, rows: met, facts, made })
  const people = contacts.map((contact, i) => ({ ...contact, found: found[live.length + i] as Found[] }))
  await meetContacts(people, { book, facts, made }, load, tx, scope)
  settle(met)
  book.letGo()
  const tagNos = scope.dryRun ? null : facts.tagNos(book)
  const staged = tagNos === null ? null : await stageBook(scope, { book, facts, tagNos })
  return { work, met, pending, book, facts, staged, made }
}

const idsOf = ({ scope, importId }: ImportScope) => ({ merchantId: scope.merchantId, importId })

function questionOf({ keys, ownId, fields }: Work): Question {
  const address = fields.addresses?.find((one) => one.use === 'default')
  const also = {
    line1: address?.line1 ?? null,
    city: address?.city ?? null,
    notes: fields.notes ?? null,
  }
  return { keys, ownId, also }
}

function grouped(found: readonly Found[], count: number): Found[][] {
  const groups: Found[][] = Array.from({ length: count }, () => [])
  for (const one of found) groups[one.n]?.push(one)
  return groups
}

/** Of a file with ids of our own: those of the candidates whom other ids of it mean. */
function claimed(tx: Reader, scope: ImportScope, live: readonly Work[], found: readonly Found[][]) {
  const candidates = live.some((one) => one.ownId !== null)
    ? found.flatMap((some) => some.filter(({ how }) => how !== 'id').map(({ id }) => id))
    : []
  return claimedOf(tx, scope, candidates)
}

/** Reads whom the rows may mean, and locks them where they are written at once. */
async function loadBook(
  tx: Reader,
  scope: ImportScope,
  {
    book,
    ids,
    lock,
  }: { readonly book: Book; readonly ids: readonly string[]; readonly lock: Planning['lock'] },
): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => book.get(id) === undefined)
  const standing = [...(await lock(missing)).values()]
  for (const one of standing) book.add(one)
  const businesses = standing.filter((one) => one.draft.type === 'business').map((one) => one.id)
  for (const id of await withContacts(tx, scope.scope.merchantId, businesses)) {
    const entity = book.get(id)
    if (entity !== undefined) entity.hasContacts = true
  }
}

/** Finds or makes the customer of a row, and writes the row on it. */
function meet(book: Book, one: Work, found: readonly Found[], facts: BatchFacts): void {
  const match = matchRow(book, one, found, facts)
  const { fields, ownId } = one
  const refusal =
    'rejected' in match ? match.rejected : match.entity === null && isNobody(fields) ? nobody : null
  if ('rejected' in match || refusal !== null) {
    one.rejected = refusal
    one.outcome = 'rejected'
    return
  }
  if (match.entity !== null) one.warnings.push(...repeated(one, match.entity))
  const entity = match.entity ?? book.make(fields.type, ownId ?? undefined)
  const isMade = match.entity === null
  if (ownId !== null) book.own(entity, ownId)
  entity.isTouched = true
  entity.firstRow ??= one.row.row
  one.entity = entity
  const changed = writeFields(book, entity, fields, { isMade, facts, warnings: one.warnings })
  one.outcome = isMade ? 'created' : changed ? 'updated' : 'unchanged'
  if (isMade) one.warnings.push(...missingFields(entity.draft, facts))
}

export const REPEATED = 'identity.repeated'

/** One number or id and two names in one file: they are one customer, but hardly meant to be. */
function repeated({ keys, ownId, fields }: Work, entity: Entity): RowWarning[] {
  const isOther =
    fields.firstName !== undefined || fields.lastName !== undefined || fields.businessName !== undefined
  const { firstRow } = entity
  if (firstRow === null || ownId !== null || !isOther || keys.name === entity.keys.name) return []
  const isNumber = keys.number !== null && keys.number === entity.keys.number
  const id = isNumber
    ? keys.number
    : Object.entries(keys.externalIds).find(
        ([source, value]) => entity.keys.externalIds[source] === value,
      )?.[1]
  if (id == null) return []
  const { firstName, lastName, businessName } = entity.draft
  const name = businessName ?? [firstName, lastName].filter(Boolean).join(' ')
  return [
    {
      column: isNumber ? 'number' : 'externalId',
      original: `${id} (${firstRow}: ${name})`,
      code: REPEATED,
      message: 'is that of an earlier row of another name; both are taken for one customer',
    },
  ]
}

/** Several rows that leave somebody as they were have changed nothing. */
function settle(met: readonly Work[]): void {
  for (const one of met) {
    if (one.outcome === 'created') continue
    const entity = one.entity as Entity
    const isAsBefore = !entity.isNew && changesOf(entity) === null
    if (isAsBefore && !one.contactChanged) one.outcome = 'unchanged'
    else if (one.contactChanged) one.outcome = 'updated'
  }
}
