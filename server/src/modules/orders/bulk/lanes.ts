/**
 * What is written at once. Whoever writes a customer's figures, or their organization's, holds them until the end, and in any
 * two batches there is somebody who orders often: so orders of an organization and of its people, as they belong today, go the
 * same way.
 */
import type { Ctx } from '../../../http/context.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { todayIn } from '../../../kernel/today.ts'
import type { OrderLine } from '../order-input.schemas.ts'
import { findParties, type Party, primaryOrganizations } from '../references.queries.ts'

export type Entry =
  | { readonly no: number; readonly order: OrderLine; readonly party?: Party }
  | { readonly no: number; readonly problem: Problem }

type Asking = Pick<Ctx, 'db' | 'scope' | 'merchant'>

/** As many parts as there are ways, of each who was found. Whoever changes their organization meanwhile only waits for another way. */
export async function lanesOf(ctx: Asking, entries: readonly Entry[], ways: number): Promise<Entry[][]> {
  const found = await partiesOf(ctx, entries).catch(() => null)
  // What cannot be asked for shows where it is written.
  if (found === null) return [[...entries]]
  const parts = Array.from({ length: ways }, (): Entry[] => [])
  for (const [at, entry] of entries.entries()) {
    const { party, house } = found[at] as Found
    parts[wayOf(house, entry.no) % ways]?.push('order' in entry ? { ...entry, party } : entry)
  }
  return parts
}

/** `house`: the organization, or the customer where there is none. */
type Found = { readonly party: Party; readonly house: string | null }

async function partiesOf(ctx: Asking, entries: readonly Entry[]): Promise<Found[]> {
  const named = entries.map((entry) =>
    'order' in entry
      ? {
          source: entry.order.source,
          customer: entry.order.customer ?? null,
          organization: entry.order.organization ?? null,
        }
      : nobody,
  )
  const { merchantId } = ctx.scope
  return ctx.db.read(merchantId, async (reader) => {
    const parties = await findParties(reader, ctx, named)
    const day = todayIn(ctx.merchant.timeZone)
    const ids = [...new Set(parties.flatMap(({ customerId }) => customerId ?? []))]
    const primaries = await primaryOrganizations(
      reader,
      merchantId,
      ids.map((id) => ({ id, day })),
    )
    return parties.map((party) => {
      const { customerId, organizationId } = party
      const house = organizationId ?? primaries.get(`${customerId} ${day}`) ?? customerId
      return { party, house }
    })
  })
}

const nobody = { source: '', customer: null, organization: null }

/** The last letters of an id are random. */
const wayOf = (id: string | null, no: number): number =>
  id === null ? no : Number.parseInt(id.slice(-6), 16)
