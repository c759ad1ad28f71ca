import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { AttributeDefinition } from './attributes.rules.ts'
import type { CustomAttribute } from './attributes.schemas.ts'

const columns = [
  'id',
  'key',
  'label',
  'kind',
  'options',
  'group_name as group',
  'required',
  'filterable',
  'position',
  'version',
] as const

/** In the order in which forms show them. */
export async function listAttributes(reader: Reader, merchantId: string): Promise<CustomAttribute[]> {
  const rows = await reader
    .selectFrom('custom_attributes')
    .select(columns)
    .where('merchant_id', '=', merchantId)
    .orderBy('position')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as CustomAttribute[]
}

export async function findAttribute(
  reader: Reader,
  merchantId: string,
  id: string,
): Promise<CustomAttribute | null> {
  const row = await reader
    .selectFrom('custom_attributes')
    .select(columns)
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as CustomAttribute | undefined) ?? null
}

/** What the validator is compiled from. */
export async function listDefinitions(reader: Reader, merchantId: string): Promise<AttributeDefinition[]> {
  const { rows } = await sql<AttributeDefinition>`
    select key, kind, options, required from custom_attributes where merchant_id = ${merchantId}`.execute(
    reader,
  )
  return rows
}
