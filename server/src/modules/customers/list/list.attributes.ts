// Filters by the merchant's own attributes: what each means depends on the kind that the attribute has.
import type { Reader } from '../../../db/client.ts'
import { badRequest } from '../../../kernel/problem.ts'
import { jsonOf, rangeTestOf } from './list.attributes.rules.ts'
import type { Filter } from './list.filter.rules.ts'
import type { OwnTest, SourceSql } from './list.resolve.ts'
import { type Params, params, run } from './params.ts'

export async function attributeTests(
  reader: Reader,
  merchantId: string,
  currency: string,
  { attributes }: Filter,
): Promise<OwnTest[]> {
  if (attributes.length === 0) return []
  const p = params()
  const rows = await run<{ key: string; kind: string }>(
    reader,
    `select key, kind from custom_attributes where merchant_id = ${p(merchantId, 'uuid')} and filterable`,
    p,
  )
  const kinds = new Map(rows.map(({ key, kind }) => [key, kind]))
  return attributes.map((attribute): OwnTest => {
    const kind = kinds.get(attribute.key)
    const path = `attr.${attribute.key}`
    const refuse = (message: string) => {
      throw badRequest('query.invalid', `${path} ${message}`, [{ path, code: 'query.invalid', message }])
    }
    if (kind === undefined) return refuse('is not an attribute that can be filtered by')
    if (attribute.test !== 'is') {
      const range = rangeTestOf(attribute, kind) ?? refuse(`cannot be compared with "${attribute.value}"`)
      return { over: 'c', sql: range }
    }
    const json = jsonOf(attribute, kind, currency) ?? refuse(`cannot be "${attribute.value}"`)
    const holds = (column: string) => (p: Params) => `${column} @> ${p(json, 'jsonb')}`
    const source: SourceSql = (p) =>
      `select v.customer_id from customer_attribute_values v where v.merchant_id = $1 and ${holds('v.attributes')(p)}`
    return { over: 'c', sql: holds('c.attributes'), source }
  })
}
