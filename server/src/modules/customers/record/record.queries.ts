import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import { runText } from '../../../db/statements.ts'
import type { Ctx, Scope } from '../../../http/context.ts'
import { notFound } from '../../../kernel/problem.ts'
import { customerColumns, customerFields, type FieldOverrides } from '../customer.fields.ts'
import { figureSql, withFigures } from '../customer.figures.ts'
import { visibleTo } from '../customer.scope.ts'

/** The whole customer as JSON text: it goes out as PostgreSQL wrote it. */
export type CustomerText = { readonly text: string; readonly version: number }

export type Asker = Pick<Ctx, 'scope' | 'merchant'>

/** Of a manager outside the caller's stores only who it is; `seen` is managerSeen. */
export const seenManager: FieldOverrides = {
  manager: `(select json_build_object('id', m.id, 'name', m.display_name, 'phone', case when seen.manager then m.phone end)
    from customers m where m.merchant_id = c.merchant_id and m.id = c.manager_id)`,
}
/** Beside `c`, in the from list. */
export const managerSeen = (scope: Scope): RawBuilder<unknown> =>
  sql`cross join lateral (select ${visibleTo(scope, 'c.manager_id')} as manager) seen`

/** Inactive ones too; null when there is none that the caller may see. */
async function findRecord(reader: Reader, asker: Asker, id: string): Promise<CustomerText | null> {
  const { merchantId } = asker.scope
  const rows =
    asker.scope.storeIds === null
      ? await runText<CustomerText>(reader, wholeRecord(asker.merchant), [merchantId, id])
      : await readLimited(reader, asker, id)
  return rows[0] ?? null
}

const wholeRecords = new Map<string, string>()

/** The statement for who may see every customer; made once, for it is long. */
function wholeRecord({ currency, timeZone }: Asker['merchant']): string {
  const key = `${currency} ${timeZone}`
  let text = wholeRecords.get(key)
  if (text === undefined) {
    const figures = figureSql({ currency, timeZone })
    const columns = customerColumns(
      customerFields,
      { currency, timeZone },
      { organizations: shownOrganizations, ...figures },
    )
    text = `select row_to_json(o)::text as text, o.version
      from (select ${columns} from customers c ${withFigures} where c.merchant_id = $1 and c.id = $2) o`
    wholeRecords.set(key, text)
  }
  return text
}

/** As the list shows them: written already. */
const shownOrganizations = `(select '[' || coalesce(s.organizations, '') || ']' from search_customers s
  where s.merchant_id = c.merchant_id and s.customer_id = c.id)::json`

async function readLimited(reader: Reader, { scope, merchant }: Asker, id: string): Promise<CustomerText[]> {
  const columns = sql.raw(customerColumns(customerFields, merchant, seenManager))
  const { rows } = await sql<CustomerText>`
    select row_to_json(o)::text as text, o.version from (
      select ${columns} from customers c ${managerSeen(scope)}
       where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}) o`.execute(reader)
  return rows
}

export async function getRecord(reader: Reader, asker: Asker, id: string): Promise<CustomerText> {
  const record = await findRecord(reader, asker, id)
  if (record === null) throw notFound('customer')
  return record
}

export async function requireVisible(reader: Reader, { scope }: Asker, id: string): Promise<void> {
  const { rows } = await sql`
    select 1 from customers c where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(
    reader,
  )
  if (rows.length === 0) throw notFound('customer')
}
