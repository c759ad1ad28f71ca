// Names that were made up of the columns of a file say nothing to anybody: people are told the file.
import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Scope } from '../../http/context.ts'
import { behindMadeUp, firstMadeUp, isMadeUp } from './mapping/source.rules.ts'

export type FileSource = { readonly source: string; readonly fileName: string }

/** More columns in other words than a business has files. */
const MOST = 500

/** By its latest file each that brought anything. Somebody limited to stores is told of the files that they brought: `actorId`. */
export async function fileSources(
  reader: Reader,
  { merchantId, storeIds }: Scope,
  actorId: string | null = null,
): Promise<FileSource[]> {
  const { rows } = await sql<FileSource>`
    select distinct on (source) source, file_name as "fileName"
      from (select mapping ->> 'source' collate "C" as source, file_name, id from imports
             where merchant_id = ${merchantId} and not dry_run and created + updated + unchanged > 0
               and ${storeIds === null ? sql`true` : sql`actor_id = ${actorId}::uuid`}) brought
     where source >= ${firstMadeUp} and source < ${behindMadeUp}
     order by source, id desc limit ${MOST}`.execute(reader)
  return rows.filter(({ source }) => isMadeUp(source))
}
