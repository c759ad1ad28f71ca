import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { requireVersion } from '../../http/if-match.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, type FieldFault, invalid, notFound } from '../../kernel/problem.ts'
import { words } from '../../kernel/text.ts'
import { announce } from '../events/index.ts'
import { findAttribute, listAttributes } from './attributes.queries.ts'
import type { CustomAttribute, CustomAttributeChange, NewCustomAttribute } from './attributes.schemas.ts'

const MAX_ATTRIBUTES = 500

export function createAttribute(ctx: Ctx, input: NewCustomAttribute): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`attributes:${ctx.scope.merchantId}`}, 0))`.execute(
      tx,
    )
    const standing = await listAttributes(tx, ctx.scope.merchantId)
    if (standing.length >= MAX_ATTRIBUTES) throw conflict('attribute.too_many', { limit: MAX_ATTRIBUTES })
    const attribute: CustomAttribute = {
      id: newId(),
      key: input.key ?? freeKey(input.label, standing),
      label: input.label.trim(),
      kind: input.kind,
      options: trimmed(input.options ?? []),
      group: input.group?.trim() || null,
      required: input.required ?? false,
      filterable: input.filterable ?? false,
      position: input.position ?? standing.length,
      version: 1,
    }
    requireSound(attribute)
    const { group, ...columns } = attribute
    await tx
      .insertInto('custom_attributes')
      .values({ merchant_id: ctx.scope.merchantId, group_name: group, ...columns })
      .execute()
    return changed(tx, ctx, 201, attribute)
  })
}

type Definition = Pick<CustomAttribute, 'key' | 'label' | 'kind'> & { readonly options: readonly string[] }

/** Defines those of these keys that are not defined yet; for an import of our own export. */
export async function defineAttributes(
  tx: Writer,
  merchantId: string,
  definitions: readonly Definition[],
): Promise<void> {
  if (definitions.length === 0) return
  const given = definitions.map((one, at) => ({ ...one, id: newId(), at }))
  const { rows } = await sql<{ id: string }>`
    insert into custom_attributes (merchant_id, id, key, label, kind, options, position)
    select ${merchantId}::uuid, d.id, d.key, d.label, d.kind, array(select jsonb_array_elements_text(d.options)),
           (select count(*) from custom_attributes where merchant_id = ${merchantId}) + d.at
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as d(id uuid, key text, label text, kind text, options jsonb, at int)
    on conflict do nothing returning id`.execute(tx)
  await announce(tx, merchantId, { kind: 'attribute.changed', ids: rows.map((row) => row.id) })
}

export function changeAttribute(
  ctx: Ctx,
  id: string,
  change: CustomAttributeChange,
  expected: number | '*',
): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const standing = await locked(tx, ctx, id)
    requireVersion(expected, standing.version, standing)
    const next = { ...standing, ...change }
    const attribute = {
      ...next,
      label: next.label.trim(),
      options: trimmed(next.options),
      group: next.group?.trim() || null,
    }
    requireSound(attribute)
    if (JSON.stringify(attribute) === JSON.stringify(standing)) return answerOf(200, standing)
    attribute.version = standing.version + 1
    const { group, id: _, key: __, kind: ___, ...columns } = attribute
    await tx
      .updateTable('custom_attributes')
      .set({ ...columns, group_name: group, updated_at: sql`now()` })
      .where('merchant_id', '=', ctx.scope.merchantId)
      .where('id', '=', id)
      .execute()
    return changed(tx, ctx, 200, attribute)
  })
}

/** Refused while customers hold values under it: what people typed goes by their own hand only. */
export function deleteAttribute(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const { key } = await locked(tx, ctx, id)
    const { merchantId } = ctx.scope
    const { rows } = await sql<{ used: boolean }>`
      select exists (select from customers where merchant_id = ${merchantId} and attributes ? ${key}) as used`.execute(
      tx,
    )
    if (rows[0]?.used === true) throw conflict('attribute.in_use', { key })
    await tx
      .deleteFrom('custom_attributes')
      .where('merchant_id', '=', merchantId)
      .where('id', '=', id)
      .execute()
    await announce(tx, merchantId, { kind: 'attribute.changed', ids: [id] })
    return { status: 204, body: '' }
  })
}

async function locked(tx: Writer, ctx: Ctx, id: string): Promise<CustomAttribute> {
  await sql`select 1 from custom_attributes where merchant_id = ${ctx.scope.merchantId} and id = ${id} for update`.execute(
    tx,
  )
  const standing = await findAttribute(tx, ctx.scope.merchantId, id)
  if (standing === null) throw notFound('attribute')
  return standing
}

async function changed(tx: Writer, ctx: Ctx, status: number, attribute: CustomAttribute): Promise<Answer> {
  await announce(tx, ctx.scope.merchantId, { kind: 'attribute.changed', ids: [attribute.id] })
  return answerOf(status, attribute)
}

const answerOf = (status: number, attribute: CustomAttribute): Answer => ({
  status,
  body: JSON.stringify(attribute),
  etag: etagOf(attribute.version),
})

const trimmed = (options: readonly string[]) => [...new Set(options.map((option) => option.trim()))]

function requireSound({ kind, options }: CustomAttribute): void {
  const chooses = kind === 'choice' || kind === 'choices'
  const fault = (code: string, message: string): FieldFault => ({ path: 'options', code, message })
  if (chooses && options.length === 0)
    throw invalid([fault('attribute.options_missing', 'must hold what can be chosen')])
  if (!chooses && options.length > 0)
    throw invalid([fault('attribute.options_unused', 'are only for choices')])
}

/** "Table no." → tableNo, tableNo2 …; of a label without Latin letters: attribute1. */
function freeKey(label: string, standing: readonly CustomAttribute[]): string {
  const taken = new Set(standing.map((attribute) => attribute.key))
  const parts = words(label)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
  const camel = parts.map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('')
  const base = /^[a-z]/.test(camel) ? camel.slice(0, 50) : `attribute${camel.slice(0, 40)}`
  for (let n = 1; ; n++) {
    const key = n === 1 && base !== 'attribute' ? base : `${base}${n}`
    if (!taken.has(key)) return key
  }
}
