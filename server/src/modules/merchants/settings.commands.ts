import { sql } from 'kysely'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { requireVersion } from '../../http/if-match.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { conflict } from '../../kernel/problem.ts'
import { recordActivity } from '../activity/index.ts'
import { announce } from '../events/index.ts'
import { rewriteFigures } from '../orders/index.ts'
import { rewriteAll } from './search-rewrite.jobs.ts'
import { hasMoney, readSettings } from './settings.queries.ts'
import { changedKeys, withChange } from './settings.rules.ts'
import type { Settings, SettingsChange } from './settings.schemas.ts'

export function updateSettings(ctx: Ctx, expected: number | '*', change: SettingsChange): Promise<Answer> {
  const { merchantId } = ctx.scope
  return inTransaction(ctx, async (tx) => {
    await sql`select from merchants where merchant_id = ${merchantId} for no key update`.execute(tx)
    const before = await readSettings(tx, merchantId)
    requireVersion(expected, before.version, before)
    const after = withChange(before, change)
    const keys = changedKeys(before, after)
    if (keys.length === 0) return answerOf(before)
    if (keys.includes('currency') && (await hasMoney(tx, merchantId))) {
      throw conflict('settings.currency_in_use', {}, [
        {
          path: 'currency',
          code: 'settings.currency_in_use',
          message: 'cannot change: customers carry amounts in it',
        },
      ])
    }
    const version = before.version + 1
    await tx
      .updateTable('merchants')
      .set({ ...columnsOf(after), version, updated_at: sql`now()` })
      .where('merchant_id', '=', merchantId)
      .execute()
    if (keys.includes('nameOrder') || keys.includes('country')) await rewriteAll(tx, merchantId)
    if (keys.includes('atRiskRule') || keys.includes('atRiskDays')) await rewriteFigures(tx, merchantId)
    const only = (from: Settings) => Object.fromEntries(keys.map((key) => [key, from[key]]))
    await recordActivity(tx, ctx, {
      kind: 'settings.edited',
      customerId: null,
      before: only(before),
      after: only(after),
    })
    await announce(tx, merchantId, { kind: 'settings.changed', ids: [merchantId] })
    return answerOf({ ...after, version })
  })
}

const answerOf = (settings: Settings): Answer => ({
  status: 200,
  etag: etagOf(settings.version),
  body: JSON.stringify(settings),
})

const columnsOf = (settings: Settings) => {
  const { name, currency, country, locale, setup, organizationWord, requiredFields } = settings
  return {
    name,
    currency,
    country,
    time_zone: settings.timeZone,
    locale,
    name_order: settings.nameOrder,
    at_risk_rule: settings.atRiskRule,
    at_risk_days: settings.atRiskDays,
    show_reviews: settings.showReviews,
    setup,
    organization_singular: organizationWord?.singular ?? null,
    organization_plural: organizationWord?.plural ?? null,
    required_personal: [...requiredFields.personal],
    required_business: [...requiredFields.business],
  }
}
