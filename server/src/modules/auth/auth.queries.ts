import type { Ctx } from '../../http/context.ts'
import { type Membership, membershipsOf } from './auth.commands.ts'

/** Who is signed in, as the screens need it. */
export async function describeSession(ctx: Ctx) {
  const { merchant, actor, session } = ctx
  const merchants =
    actor.kind === 'user' && actor.id !== null
      ? await ctx.db.global((reader) => membershipsOf(reader, actor.id as string))
      : [await ownMerchant(ctx)]
  return {
    user: {
      id: actor.id ?? '',
      name: actor.name,
      email: session?.email ?? null,
      locale: session?.locale ?? null,
    },
    merchant: {
      id: merchant.id,
      name: merchant.name,
      currency: merchant.currency,
      country: merchant.country,
      timeZone: merchant.timeZone,
      locale: merchant.locale,
      nameOrder: merchant.nameOrder,
      setup: merchant.setup,
      ...(await shownOf(ctx)),
      isSample: merchants.some((one) => one.id === merchant.id && one.isSample),
    },
    merchants,
    role: session?.role ?? null,
    permissions: [...ctx.permissions],
    stores: ctx.scope.storeIds === null ? null : [...ctx.scope.storeIds],
  }
}

/** What only screens need to know of the merchant. */
async function shownOf({ db, merchant: { id } }: Ctx) {
  const row = await db.read(id, (reader) =>
    reader
      .selectFrom('merchants')
      .select(['organization_singular', 'organization_plural', 'show_reviews'])
      .where('merchant_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  const { organization_singular: singular, organization_plural: plural } = row
  return {
    organizationWord: singular === null || plural === null ? null : { singular, plural },
    showReviews: row.show_reviews,
  }
}

/** All that an API key belongs to. */
async function ownMerchant({ db, merchant: { id, name } }: Ctx): Promise<Membership> {
  const { sample_of } = await db.read(id, (reader) =>
    reader
      .selectFrom('merchants')
      .select('sample_of')
      .where('merchant_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return { id, name, isSample: sample_of !== null }
}

export function listApiKeys(ctx: Ctx) {
  const { merchantId } = ctx.scope
  return ctx.db.read(merchantId, async (reader) => {
    const rows = await reader
      .selectFrom('api_keys')
      .select(['id', 'name', 'scopes', 'created_at', 'last_used_at'])
      .where('merchant_id', '=', merchantId)
      .where('revoked_at', 'is', null)
      .orderBy('id')
      .limit(200)
      .execute()
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    }))
    return { items, nextCursor: null }
  })
}
