/**
 * One batch of rows, in one transaction: whom each means, what it makes of them, and all of it written set by set.
 * Organizations and contact persons come after all rows of the batch, so that a row that is the organization itself
 * is found whatever the order of the rows.
 */

import { setImmediate } from 'node:timers/promises'
import type { Reader, Writer } from '../../../db/client.ts'
import { isId } from '../../../kernel/ids.ts'
import { lockStanding, readStanding, type Staged, type Standing } from '../../customers/index.ts'
import type { ReadFields, ReadRow, RowRejection, RowWarning } from '../mapping/canonical.ts'
import type { KnownStore } from './apply.rules.ts'
import { type Book, changesOf, type Entity, newBook } from './book.ts'
import { bringStores } from './bring-stores.ts'
import { contactKeys, meetContacts } from './contacts.ts'
import { type BatchFacts, type ImportScope, readFacts } from './facts.ts'
import { isNobody, type Keys, keysOf } from './keys.rules.ts'
import { type Found, findCandidates, type Question, withContacts } from './match.queries.ts'
import { matchRow } from './match.ts'
import { claimedOf, type PendingTie, rememberIds } from './own-ids.ts'
import { missingFields } from './required.rules.ts'
import { saveBook, stageBook } from './save.ts'
import { tieRows } from './tie-rows.ts'
import { writeFields } from './write-fields.ts'

export type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected'

export type RowResult = {
  readonly row: ReadRow
  outcome: Outcome
  readonly rejected: RowRejection | null
  readonly warnings: RowWarning[]
}

export type BatchResult = {
  readonly rows: readonly RowResult[]
  readonly changedIds: readonly string[]
  readonly pending: readonly PendingTie[]
  /** Kept by search once this is committed. */
  readonly words: readonly string[]
}

/** What lasts from batch to batch. */
export type Memory = {
  readonly words: Set<string>
  /** Of a dry run, which writes nothing: whom its rows would have made. */
  readonly book: Book | null
  /** Of a dry run: stores that would have been made. */
  readonly stores: KnownStore[]
}

export type Work = RowResult & {
  readonly fields: ReadFields
  readonly keys: Keys
  readonly ownId: string | null
  rejected: RowRejection | null
  entity: Entity | null
  /** The contact person in it changed, whatever became of the row's own customer. */
  contactChanged: boolean
}

/** What is to be written of a batch. */
export type Planned = {
  readonly work: readonly Work[]
  readonly met: readonly Work[]
  readonly pending: readonly Work[]
  readonly book: Book
  readonly facts: BatchFacts
  /** Null when something must be made first that it names. */
  readonly staged: Staged | null
}

/** `foreseen`: the plan of these rows, if it was made beforehand. `onPlanned` hears of what will be written. */
export async function mergeBatch(
  tx: Writer,
  scope: ImportScope,
  rows: readonly ReadRow[],
  { memory, foreseen, onPlanned }: Merging,
): Promise<BatchResult> {
  const isGood = foreseen !== null && (await standsStill(tx, scope, foreseen))
  const planned = isGood
    ? foreseen
    : await planBatch(tx, scope, rows, { memory, lock: (ids) => lockStanding(tx, scope, ids) })
  onPlanned(planned)
  return writeBatch(tx, scope, planned, memory)
}

export type Merging = {
  readonly memory: Memory
  readonly foreseen: Planned | null
  onPlanned(planned: Planned): void
}

/**
 * The next batch, planned while this one is written: what this one makes is known from its book. Null when it must wait:
 * where it would change what is just being written, or where rows name each other by the ids of the file.
 */
export async function foresee(
  reader: Reader,
  scope: ImportScope,
  rows: readonly ReadRow[],
  { memory, before }: { readonly memory: Memory; readonly before: Book },
): Promise<Planned | null> {
  if (scope.dryRun || rows.some(({ fields }) => fields.wholeLists === true || fields.id !== undefined))
    return null
  const lock = (ids: readonly string[]) => readStanding(reader, scope, ids)
  const planned = await planBatch(reader, scope, rows, { memory, lock, before })
  const isEntangled = [...planned.book.entities()].some((one) => one.isAdopted && changesOf(one) !== null)
  return isEntangled ? null : planned
}

/** Locks those that will be changed. False when somebody else has changed one of them meanwhile. */
async function standsStill(tx: Writer, scope: ImportScope, { book }: Planned): Promise<boolean> {
  const changing = [...book.entities()].filter((one) => !one.isNew && changesOf(one) !== null)
  const standing = await lockStanding(
    tx,
    scope,
    changing.map((one) => one.id),
  )
  return changing.every((one) => standing.get(one.id)?.updatedAt === one.updatedAt)
}

type Planning = {
  readonly memory: Memory
  readonly before?: Book
  lock(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>>
}

async function planBatch(
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
  const found = grouped(await findCandidates(tx, idsOf(scope), questions), questions.length)
  // Only rows of our own export bring stores, and these are planned in the transaction that writes them.
  if (before === undefined) await bringStores(tx as Writer, scope, live, memory.stores)
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
  const pending = await tieRows(tx, scope, { book, rows: met, facts })
  const people = contacts.map((contact, i) => ({ ...contact, found: found[live.length + i] as Found[] }))
  await meetContacts(people, { book, facts }, load, tx, scope)
  settle(met)
  book.letGo()
  const tagNos = scope.dryRun ? null : facts.tagNos(book)
  const staged = tagNos === null ? null : await stageBook(scope, { book, facts, tagNos })
  return { work, met, pending, book, facts, staged }
}

async function writeBatch(
  tx: Writer,
  scope: ImportScope,
  { work, met, pending, book, facts, staged }: Planned,
  memory: Memory,
): Promise<BatchResult> {
  if (scope.dryRun) return { rows: work, changedIds: [], pending: [], words: [] }
  const saved = await saveBook(tx, scope, { book, facts, words: memory.words, staged })
  await rememberIds(
    tx,
    scope,
    met.flatMap((one) =>
      one.ownId === null ? [] : [{ fileId: one.ownId, customerId: one.entity?.id as string }],
    ),
  )
  return { rows: work, pending: pending.map(pendingTie), ...saved }
}

/** So many rows at a time; between two times statements that wait are sent. */
const PORTION = 25

const idsOf = ({ scope, importId }: ImportScope) => ({ merchantId: scope.merchantId, importId })

function workOf(row: ReadRow, order: 'last' | 'first'): Work {
  const { fields } = row
  const rejected = row.rejected ?? (isNobody(fields) && !isIdentified(fields) ? nobody : null)
  return {
    row,
    rejected,
    outcome: rejected === null ? 'unchanged' : 'rejected',
    warnings: [...row.warnings],
    fields,
    keys: keysOf(fields, order),
    ownId: fields.id !== undefined && isId(fields.id) ? fields.id.toLowerCase() : null,
    entity: null,
    contactChanged: false,
  }
}

const nobody: RowRejection = {
  code: 'row.nobody',
  message: 'There is neither a name nor an email nor a phone in this row',
}

/** A row that only changes somebody needs no name. */
const isIdentified = (fields: ReadFields) =>
  fields.id !== undefined || fields.number !== undefined || fields.externalIds !== undefined

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
  const entity = match.entity ?? book.make(fields.type, ownId ?? undefined)
  const isMade = match.entity === null
  if (ownId !== null) book.own(entity, ownId)
  entity.isTouched = true
  one.entity = entity
  const changed = writeFields(book, entity, fields, { isMade, facts, warnings: one.warnings })
  one.outcome = isMade ? 'created' : changed ? 'updated' : 'unchanged'
  if (isMade) one.warnings.push(...missingFields(entity.draft, facts))
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

const pendingTie = ({ row, entity, outcome, fields }: Work): PendingTie => ({
  rowNo: row.row,
  cells: row.cells,
  customerId: (entity as Entity).id,
  isUnchanged: outcome === 'unchanged',
  fields: {
    ...(fields.organizations && { organizations: fields.organizations }),
    ...(fields.manager && { manager: fields.manager }),
  },
})
