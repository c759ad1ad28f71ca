// What several of the list's filters are made of.
import type { Params } from './params.ts'

type Bounds = { readonly from: string | null; readonly to?: string | null; readonly before?: string | null }

export function between(column: string, p: Params, type: string, { from, to, before }: Bounds): string {
  const bounds = [
    ...(from === null ? [] : [`${column} >= ${p(from, type)}`]),
    ...(to == null ? [] : [`${column} <= ${p(to, type)}`]),
    ...(before == null ? [] : [`${column} < ${p(before, type)}`]),
  ]
  return bounds.join(' and ')
}
