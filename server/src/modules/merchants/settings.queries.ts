import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx, Merchant } from '../../http/context.ts'
import type { Settings } from './settings.schemas.ts'

export const getSettings = (ctx: Ctx): Promise<Settings> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => readSettings(reader, ctx.scope.merchantId))

export async function readSettings(reader: Reader, merchantId: string): Promise<Settings> {
  const row = await reader
    .selectFrom('merchants')
    .select([
      'name',
      'currency',
      'country',
      'time_zone',
      'locale',
      'at_risk_days',
      'show_reviews',
      'required_personal',
      'required_business',
      'organization_singular',
      'organization_plural',
      'version',
    ])
    .select(sql<'last' | 'first'>`name_order`.as('name_order'))
    .select(sql<Settings['setup']>`setup`.as('setup'))
    .select(sql<'days' | 'rhythm'>`at_risk_rule`.as('at_risk_rule'))
    .where('merchant_id', '=', merchantId)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    currency: row.currency,
    country: row.country,
    timeZone: row.time_zone,
    locale: row.locale,
    nameOrder: row.name_order,
    setup: row.setup,
    organizationWord: wordOf(row),
    atRiskRule: row.at_risk_rule,
    atRiskDays: row.at_risk_days,
    showReviews: row.show_reviews,
    requiredFields: { personal: row.required_personal, business: row.required_business },
    version: row.version,
  }
}

/** As a request has it; for jobs, which have none. */
export async function readMerchant(reader: Reader, merchantId: string): Promise<Merchant> {
  const { version: _, organizationWord: __, ...settings } = await readSettings(reader, merchantId)
  return { id: merchantId, ...settings }
}

type WordRow = { readonly organization_singular: string | null; readonly organization_plural: string | null }

const wordOf = ({ organization_singular: singular, organization_plural: plural }: WordRow) =>
  singular === null || plural === null ? null : { singular, plural }

/** Amounts are minor units of the merchant's currency: under another one they would mean something else. */
export async function hasMoney(reader: Reader, merchantId: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from orders where merchant_id = ${merchantId})
        or exists (select from customers where merchant_id = ${merchantId} and billing_credit_limit is not null)
        or exists (select from custom_attributes a where a.merchant_id = ${merchantId} and a.kind = 'money' and exists (
             select from customers c where c.merchant_id = a.merchant_id and c.attributes ? a.key)) as yes`.execute(
    reader,
  )
  return rows[0]?.yes === true
}
