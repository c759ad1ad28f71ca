/**
 * Whom an import brought: each of its customers has activities that are parts of it. By the import they are found in its index
 * (activities__parent_idx); row by row in that of the customer, who has few. An import may have changed somebody twice: the
 * first of its activities stands for them.
 */
import type { Filter, ImportOutcome } from './list.filter.rules.ts'
import type { OwnTest, SourceSql } from './list.resolve.ts'
import type { Params } from './params.ts'

export function importTests({ import: asked }: Filter): OwnTest[] {
  if (asked === null) return []
  const { id, outcome } = asked
  const source: SourceSql = (p) =>
    `select a.customer_id from activities a where a.merchant_id = $1 and a.parent_id = ${p(id, 'uuid')}
       and a.customer_id is not null${only(outcome, 'a')}${first(outcome, 'a.customer_id', id, p)}`
  const test = (p: Params) =>
    `exists (select from activities a where a.merchant_id = $1 and a.customer_id = s.customer_id
       and ${isPart('a', id, p)}${only(outcome, 'a')}${first(outcome, 's.customer_id', id, p)} offset 0)`
  return [{ over: 's', inSample: false, sql: test, source, isWalked: true }]
}

const kindOf = { created: 'customer.created', updated: 'customer.edited' } as const
const only = (outcome: ImportOutcome | null, a: string) =>
  outcome === null ? '' : ` and ${a}.kind = '${kindOf[outcome]}'`

/** Nobody is created twice, and who is created is so before they are changed. */
const first = (outcome: ImportOutcome | null, customer: string, id: string, p: Params) =>
  outcome === 'created'
    ? ''
    : ` and not exists (select from activities b where b.merchant_id = $1 and b.customer_id = ${customer}
       and ${isPart('b', id, p)} and b.id < a.id offset 0)`

/** Written so that the index by import does not answer it: for one customer it would be read from end to end. */
const isPart = (a: string, id: string, p: Params) => `(${a}.parent_id = ${p(id, 'uuid')}) is true`
