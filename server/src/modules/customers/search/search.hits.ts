import type { Reader } from '../../../db/client.ts'
import type { Resolved } from '../list/list.resolve.ts'
import type { Params } from '../list/params.ts'
import type { Terms } from './search.terms.rules.ts'

export type Search = {
  readonly reader: Reader
  readonly merchantId: string
  readonly terms: Terms
  readonly resolved: Resolved
  /** Of a page and one more; every look asks for so many, to be the same statement. */
  readonly limit: number
}

/** One customer found: where in the order (`stage`, then `key`, then `id`). */
export type Hit = { readonly stage: number; readonly key: string; readonly id: string }

/** In the order of the answer. `other…` and `containing` go on after byName and byOtherName; begins and contains stand alone. */
export const STAGES = {
  exact: 0,
  byName: 1,
  byOtherName: 2,
  otherBeginnings: 3,
  otherContaining: 4,
  begins: 5,
  contains: 6,
  nearByName: 7,
  nearByOtherName: 8,
  otherNear: 9,
  near: 10,
} as const

/** A place of the alphabet, for the row comparison that an index can begin at. */
export function afterHit(key: string, id: string, hit: Hit | null, p: Params): string[] {
  return hit === null ? [] : [`(${key}, ${id}) > (${p(hit.key, 'text')}, ${p(hit.id, 'uuid')})`]
}

export const notAmong = (exact: readonly string[], p: Params): string[] =>
  exact.length === 0 ? [] : [`s.customer_id <> all(${p(exact, 'uuid[]')})`]
