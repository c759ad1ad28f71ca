// Names that were made up of the columns of a file say nothing to anybody: people are told the file.
import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import { behindMadeUp, firstMadeUp, isMadeUp } from './mapping/source.rules.ts'

export type FileSource = { readonly source: string; readonly fileName: string }

/** More columns in other words than a business has files. */
const MOST = 500

/** By its latest file each. */
export async function fileSources(reader: Reader, merchantId: string): Promise<FileSource[]> {
  const { rows } = await sql<FileSource>`
    select distinct on (source) source, file_name as "fileName"
      from (select mapping ->> 'source' collate "C" as source, file_name, id from imports
             where merchant_id = ${merchantId} and not dry_run) brought
     where source >= ${firstMadeUp} and source < ${behindMadeUp}
     order by source, id desc limit ${MOST}`.execute(reader)
  return rows.filter(({ source }) => isMadeUp(source))
}
