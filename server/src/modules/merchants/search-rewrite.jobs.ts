// Search rows depend on the name order and, for phones, on the country: after a change all are written anew, step by step.
import { sql } from 'kysely'
import { enqueue, type Task, type Tasks } from '../../db/jobs.ts'
import { writeSearch } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { readSettings } from './settings.queries.ts'

export const REWRITE_TASK = 'merchants.rewriteSearch'
const STEP = 1000

const rewriteStep: Task = async (payload, { db }) => {
  const { merchantId, after } = payload as typeof payload & { readonly after: string | null }
  await db.write(merchantId, async (tx) => {
    // As it stands now: a second change begins from the first customer again, under the same key.
    const { nameOrder, country } = await readSettings(tx, merchantId)
    const { rows } = await sql<{ id: string }>`
      select id from customers
       where merchant_id = ${merchantId} and (${after}::uuid is null or id > ${after}::uuid)
       order by id limit ${STEP} for no key update`.execute(tx)
    const ids = rows.map((row) => row.id)
    await writeSearch(tx, { id: merchantId, nameOrder, country }, ids)
    if (ids.length === STEP)
      await enqueue(tx, REWRITE_TASK, { after: ids.at(-1) }, `${REWRITE_TASK}:${merchantId}`)
    else await announce(tx, merchantId, { kind: 'settings.changed', ids: [merchantId] })
  })
}

export const merchantTasks: Tasks = { [REWRITE_TASK]: rewriteStep }
