/**
 * Orders come in sets: read what stands, decide, write the rows and what they change of the figures, in one transaction.
 * Locks are taken in one order everywhere: orders by their outer key, figures by customer, the day's sales last.
 */
import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { FieldFault } from '../../kernel/problem.ts'
import { announce } from '../events/index.ts'
import { addToFigures, type Counted, lockFigures } from './figures/figures.commands.ts'
import type { OrderDraft } from './order.shapes.ts'
import type { CustomerReference, OrganizationReference } from './order-input.schemas.ts'
import { insertOrders, lockOrders, type OrderRow, type Standing, updateOrders } from './orders.rows.ts'
import { findParties, type Missed, type Party, primaryOrganizations } from './references.queries.ts'
import { outOfSight } from './sight.ts'

export type IncomingOrder = {
  readonly draft: OrderDraft
  readonly customer: CustomerReference | null
  readonly organization: OrganizationReference | null
  /** Who is meant, where it was looked up a moment ago. */
  readonly found?: Party
}
export type PutOutcome = {
  readonly id: string
  readonly outcome: 'created' | 'updated' | 'unchanged'
  /** Whom it names and nobody here is, or several are: it is tied without them. */
  readonly missed: readonly Missed[]
}
export type Refused = { readonly faults: readonly FieldFault[] }

const hidden = { code: 'order.out_of_sight', message: 'is an order of a store out of your sight' }

export type Maker = Pick<Ctx, 'scope' | 'merchant'> & {
  /** Of which import they are, where it is one. */
  readonly importId?: string
}

/**
 * Each key at most once among them; answers in their order. What is older than what stands, or says the same, changes
 * nothing. Who is limited to stores is refused an order without one of theirs, and one that stands out of their sight.
 */
export async function putOrders(
  tx: Writer,
  maker: Maker,
  incoming: readonly IncomingOrder[],
): Promise<(PutOutcome | Refused)[]> {
  const standing = await lockOrders(
    tx,
    maker.scope.merchantId,
    incoming.map(({ draft }) => draft),
  )
  const judged = incoming.map((one) => {
    const { storeId } = one.draft
    const faults = outOfSight(maker.scope, { storeId, before: standing.get(keyOf(one.draft)) }, hidden)
    return faults === null ? one : { faults }
  })
  const seen = judged.filter((one) => 'draft' in one)
  const outcomes = seen.length === 0 ? [] : await putSeen(tx, maker, seen, standing)
  let next = 0
  return judged.map((one) => ('draft' in one ? (outcomes[next++] as PutOutcome) : one))
}

/** The same of what was read just now; what could not be is passed on in its place. */
export async function putRead<Unread extends object>(
  tx: Writer,
  maker: Maker,
  read: readonly (IncomingOrder | Unread)[],
): Promise<(PutOutcome | Refused | Unread)[]> {
  const isRead = (one: IncomingOrder | Unread): one is IncomingOrder => 'draft' in one
  const incoming = read.filter(isRead)
  const outcomes = incoming.length === 0 ? [] : await putOrders(tx, maker, incoming)
  let next = 0
  return read.map((one) => (isRead(one) ? (outcomes[next++] as PutOutcome | Refused) : one))
}

async function putSeen(
  tx: Writer,
  maker: Maker,
  incoming: readonly IncomingOrder[],
  standing: ReadonlyMap<string, Standing>,
): Promise<PutOutcome[]> {
  const { merchantId } = maker.scope
  const named = await knownParties(tx, maker, incoming)
  const known = incoming.map((one, n) => {
    const before = standing.get(keyOf(one.draft)) ?? null
    const customerId = before?.isPinned === true ? before.customerId : (named[n]?.customerId ?? null)
    return {
      ...one,
      before,
      customerId,
      givenOrganization: named[n]?.organizationId ?? null,
      missed: named[n]?.missed ?? [],
    }
  })
  const primaries = await primaryOrganizations(
    tx,
    merchantId,
    known.flatMap(({ customerId, before, givenOrganization, draft }) =>
      customerId === null || givenOrganization !== null || before?.customerId === customerId
        ? []
        : [{ id: customerId, day: draft.localDay }],
    ),
  )
  const decided = known.map((one) => decide(one, primaries, maker.importId ?? null))
  const inserts = decided.flatMap((one) => (one.before === null ? [one.row] : []))
  const updates = decided.filter((one) => one.before !== null && one.isChanged)
  const change = {
    minus: updates.flatMap(({ before }) => (before === null ? [] : [before])),
    plus: updates.map(({ row }) => countedOf(row)),
    fresh: inserts.map(countedOf),
  }
  await lockFigures(tx, merchantId, change)
  await insertOrders(tx, merchantId, inserts)
  await updateOrders(
    tx,
    merchantId,
    updates.map(({ row }) => row),
  )
  await addToFigures(tx, merchantId, change)
  const changed = decided.filter((one) => one.before === null || one.isChanged)
  await announce(tx, merchantId, { kind: 'order.changed', ids: changed.map(({ row }) => row.id) })
  return decided.map(({ row, before, isChanged, missed }) => ({
    id: row.id,
    missed,
    outcome: before === null ? 'created' : isChanged ? 'updated' : 'unchanged',
  }))
}

async function knownParties(tx: Writer, maker: Maker, incoming: readonly IncomingOrder[]): Promise<Party[]> {
  const asked = incoming.filter(({ found }) => found === undefined)
  const named = asked.map(({ draft, customer, organization }) => ({
    source: draft.source,
    customer,
    organization,
  }))
  const answers = await findParties(tx, maker, named)
  let next = 0
  return incoming.map(({ found }) => found ?? (answers[next++] as Party))
}

export const keyOf = ({ source, externalId }: Pick<OrderDraft, 'source' | 'externalId'>) =>
  `${source}\n${externalId}`

type Known = IncomingOrder & {
  readonly before: Standing | null
  readonly customerId: string | null
  readonly givenOrganization: string | null
  readonly missed: readonly Missed[]
}
type Decided = Pick<PutOutcome, 'missed'> & {
  readonly row: OrderRow
  readonly before: Standing | null
  readonly isChanged: boolean
}

function decide(known: Known, primaries: ReadonlyMap<string, string>, importId: string | null): Decided {
  const { draft, before, customerId, givenOrganization } = known
  const digest = hash('sha256', JSON.stringify(draft))
  const primary =
    before !== null && before.customerId === customerId
      ? before.organizationId
      : customerId === null
        ? null
        : (primaries.get(`${customerId} ${draft.localDay}`) ?? null)
  const organization = givenOrganization ?? primary
  const row: OrderRow = {
    id: before?.id ?? newId(),
    draft,
    digest,
    customerId,
    // An organization's own order is its own already.
    organizationId: organization === customerId ? null : organization,
    // Whoever was set by a user is not looked for again: the name stands as it was, also for an undo.
    customerReference: before?.isPinned === true ? before.customerReference : unresolved(known),
    isPinned: before?.isPinned ?? false,
    importId,
  }
  const isOlder =
    before?.sourceUpdatedAt != null &&
    draft.sourceUpdatedAt !== null &&
    draft.sourceUpdatedAt < before.sourceUpdatedAt
  const isChanged = before !== null && !isOlder && differs(before, row)
  return { row, before, isChanged, missed: isOlder ? [] : stillMissed(known) }
}

/** A customer whom a user has set is not looked for. */
export const stillMissed = ({
  before,
  customerId,
  missed,
}: Pick<Known, 'customerId' | 'missed'> & {
  readonly before: { readonly isPinned: boolean } | null
}): readonly Missed[] =>
  missed.filter(({ who }) => who !== 'customer' || (customerId === null && before?.isPinned !== true))

/** What of the names given led to nobody. */
function unresolved({
  customer,
  organization,
  customerId,
  givenOrganization,
}: Known): OrderRow['customerReference'] {
  const left = {
    ...(customer !== null && customerId === null && customer),
    ...(organization !== null && givenOrganization === null && { organization }),
  }
  return Object.keys(left).length === 0 ? null : left
}

const differs = (before: Standing, row: OrderRow) =>
  before.digest !== row.digest ||
  before.customerId !== row.customerId ||
  before.organizationId !== row.organizationId ||
  !isDeepStrictEqual(before.customerReference, row.customerReference)

export const countedOf = ({ draft, customerId, organizationId }: OrderRow): Counted => ({
  customerId,
  organizationId,
  storeId: draft.storeId,
  placedAt: draft.placedAt,
  localDay: draft.localDay,
  status: draft.status,
  net: draft.totals.net,
  refunds: draft.refunds,
  isComing: draft.fulfilAt !== null,
})
