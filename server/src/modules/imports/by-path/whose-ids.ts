// Of a file that names customers by ids and not the program these are from: whose ids they are, as it will be read.
import type { Reader } from '../../../db/client.ts'
import { about } from '../mapping/assumptions.rules.ts'
import type { Assumption, Mapping } from '../mapping/canonical.ts'
import type { ReadingPlan } from '../mapping/plan.ts'
import { isMadeUp } from '../mapping/source.rules.ts'
import { holdersOf } from './any-source.ts'
import { cellText } from './cells.rules.ts'
import { type Judged, judgeSources } from './whose-ids.rules.ts'

const PATH = 'customer.externalId'

/** Told as an assumption, and written down in its mapping: it is read so to its end, and again. */
export async function withCustomersFrom<Plan extends ReadingPlan>(
  reader: Reader,
  merchantId: string,
  plan: Plan,
  asked: Mapping,
): Promise<Plan> {
  const column = plan.columns.find(({ path }) => path === PATH)
  if (asked.source !== undefined && !isMadeUp(asked.source)) return withoutCustomersFrom(plan)
  if (column === undefined) return plan
  const nulls = new Set(asked.nulls ?? [])
  const ids = column.sample.flatMap((cell) => cellText(cell, nulls) ?? [])
  const holders = await holdersOf(reader, merchantId, ids)
  const judged = judgeSources(
    ids,
    new Map([...holders].map(([id, held]) => [id, held.map(({ source }) => source)])),
  )
  const customersFrom = asked.customersFrom ?? judged.sources
  return {
    ...plan,
    mapping: { ...plan.mapping, customersFrom },
    assumptions: [...plan.assumptions, ...assumed(customersFrom, judged, column.header)],
  }
}

/** A file that says its program is not looked up under others. */
function withoutCustomersFrom<Plan extends ReadingPlan>(plan: Plan): Plan {
  const { customersFrom: _customersFrom, ...mapping } = plan.mapping
  return { ...plan, mapping }
}

/** A line for each source that is meant. Where no id of the file is known here there is nothing to choose from, and nothing to tell. */
function assumed(sources: readonly string[], { candidates, of }: Judged, column: string): Assumption[] {
  if (candidates.length === 0) return []
  const alternatives = candidates.map(({ source }) => source)
  const named = sources.length === 0 ? [''] : sources
  return named.map((value) => {
    const { found, telling } = candidates.find(({ source }) => source === value) ?? none
    // Ids that are counted are all found with anybody who has counted as far.
    return {
      ...about('customersFrom', value, telling && found === of, 'customersFrom', alternatives, column),
      ...{ found, of },
    }
  })
}

const none = { found: 0, telling: false }
