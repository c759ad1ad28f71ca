import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { startWorker } from '../../../test/worker.ts'
import { verifyCommand } from '../../cli/verify.ts'
import { loadConfig } from '../../config.ts'
import { NORMALISER_VERSION } from '../../kernel/text.ts'
import { generateCustomers } from '../customers/index.ts'
import { REWRITE_TASK, rewriteOutdatedSearch } from './search-rewrite.jobs.ts'

type Kit = Awaited<ReturnType<typeof setup>>

async function houseOf(customers: number): Promise<Kit> {
  const kit = await setup()
  await generateCustomers(kit.db.owner, { merchantId: kit.first.id, customers, seed: '7' })
  return kit
}

/** As another normaliser might have left it: other names, words and identifiers, words spelled otherwise. */
async function age({ db, first }: Kit): Promise<void> {
  for (const spoil of [
    'update merchants set normaliser_version = 0',
    "update customer_search set sort_name = 'old ' || sort_name, alt_name = null, haystack = ' old '",
    "update customer_keys set value = value || 'x'",
    'delete from name_word_deletes where deletion <> word',
    "update customer_tags set sort_name = 'old'",
    "update customer_stores set sort_name = 'old'",
  ])
    await db.owner.query(`${spoil}${spoil.includes(' where ') ? ' and' : ' where'} merchant_id = $1`, [
      first.id,
    ])
}

const kept = [
  'select customer_id, sort_name, alt_name, haystack from customer_search order by 1',
  'select customer_id, kind, value from customer_keys order by 1, 2, 3',
  'select deletion, word from name_word_deletes order by 1, 2',
  'select customer_id, tag_id, sort_name from customer_tags order by 1, 2',
  'select customer_id, store_id, sort_name from customer_stores order by 1, 2',
]
const rowsOf = async ({ db }: Kit) => Promise.all(kept.map(async (text) => (await db.owner.query(text)).rows))
const agedLeft = async ({ db }: Kit): Promise<number> =>
  (await db.owner.query("select count(*)::int as n from customer_search where haystack = ' old '")).rows[0].n

const rewritten = ({ db, first }: Kit) =>
  expect
    .poll(
      async () =>
        (
          await db.owner.query('select normaliser_version as v from merchants where merchant_id = $1', [
            first.id,
          ])
        ).rows[0].v,
      { timeout: 25_000 },
    )
    .toBe(NORMALISER_VERSION)

async function verified(kit: Kit): Promise<{ code: number; lines: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-verify-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const lines: string[] = []
  const config = loadConfig({ DATABASE_URL: kit.url, CLIENTELE_DATA: folder })
  const code = await verifyCommand([], { config, out: (line) => void lines.push(line) })
  return { code, lines }
}

test('search rows of an older normaliser are told by verify and written anew by the worker, of that merchant alone', async () => {
  const kit = await houseOf(2500)
  const before = await rowsOf(kit)
  const other = await kit.merchant({ name: 'Other' })
  const { id } = (await other.caller.post('/customers', { firstName: 'Zoë' })).body
  await kit.db.owner.query("update customer_search set haystack = ' as it was ' where customer_id = $1", [id])
  await age(kit)
  const { code, lines } = await verified(kit)
  expect(code).toBe(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    merchantId: kit.first.id,
    what: `search rows of normaliser 0, this program has ${NORMALISER_VERSION}: its worker rewrites them`,
  })

  await startWorker(kit.db)
  await rewritten(kit)

  const ofOther = await kit.db.owner.query(
    'delete from customer_search where merchant_id = $1 returning haystack',
    [other.id],
  )
  expect(ofOther.rows).toEqual([{ haystack: ' as it was ' }])
  await kit.db.owner.query('delete from merchants where merchant_id = $1', [other.id])
  const after = await rowsOf(kit)
  for (const [i, rows] of after.entries()) expect(rows, kept[i]).toEqual(before[i])
  expect((await verified(kit)).code).toBe(0)
})

test('a worker that is killed in the middle goes on where it was', async () => {
  const kit = await houseOf(8000)
  await age(kit)
  const doomed = fork(join(import.meta.dirname, '../../../test/worker-process.ts'), [kit.url], {
    execArgv: [],
  })
  await expect.poll(() => agedLeft(kit), { interval: 5, timeout: 20_000 }).toBeLessThan(7000)
  doomed.kill('SIGKILL')
  await new Promise((resolve) => doomed.once('exit', resolve))
  expect(await agedLeft(kit)).toBeGreaterThan(0)
  // A mark in what is done: whoever began again would wipe it out.
  await kit.db.owner.query(
    "update customer_search set haystack = ' old ' where customer_id = (select min(id::text)::uuid from customers)",
  )

  await startWorker(kit.db)
  await rewritten(kit)

  expect(await agedLeft(kit)).toBe(1)
})

test('while a rewrite is waiting, another start does not begin it again', async () => {
  const kit = await houseOf(3)
  await age(kit)
  const job = () =>
    kit.db.owner.query('select id from graphile_worker.jobs where task_identifier = $1', [REWRITE_TASK])

  await rewriteOutdatedSearch(kit.db.owner)
  const first = (await job()).rows
  await rewriteOutdatedSearch(kit.db.owner)

  expect(first).toHaveLength(1)
  expect((await job()).rows).toEqual(first)
})

test('a change of the name order begins a rewrite again, also when a step was under way', async () => {
  const kit = await houseOf(2500)
  const ifMatch = { 'if-match': '"1"' }
  await kit.as.patch('/settings', { nameOrder: 'first' }, ifMatch)
  // The step that was under way goes on from where it was, under the same key.
  await kit.db.owner.query(
    `select graphile_worker.add_job($1, json_build_object('merchantId', $2::text, 'after', (select max(id::text) from customers),
       'by', json_build_object('nameOrder', 'last', 'country', 'US', 'normaliser', $3::int)), job_key => $1 || ':' || $2, max_attempts => 10)`,
    [REWRITE_TASK, kit.first.id, NORMALISER_VERSION],
  )

  await startWorker(kit.db)
  await expect
    .poll(async () => (await kit.db.owner.query('select from graphile_worker.jobs')).rows.length, {
      timeout: 25_000,
    })
    .toBe(0)

  expect((await verified(kit)).lines.at(-1)).toBe('No differences.')
})
