// A property: whatever customers there are, our own export brings them into an empty merchant as they were.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Caller } from '../../../test/harness.ts'
import { setup } from '../../../test/harness.ts'
import { comparable, counts, exportedBy, importer } from './imports.kit.ts'
import { definitions, type Naughty, naughtyCustomer } from './naughty-customers.kit.ts'

const RUNS = 400
const LOT = 10
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31)

type Standing = { readonly id: string; readonly type: string }

/** Null when the API does not take it. Fields that the API does not take from this text are left out; what it takes must come back. */
async function make(caller: Caller, one: Naughty, standing: readonly Standing[]): Promise<Standing | null> {
  const { ties, managedBy, isGone, ...fields } = one
  const businesses = standing.filter(({ type }) => type === 'business')
  const pick = <T>(list: readonly T[], at: number) => list[at % list.length]
  const organizations =
    one.type === 'personal' && businesses.length > 0
      ? ties.map(({ to, ...tie }) => ({ id: pick(businesses, to)?.id, ...tie }))
      : []
  const manager = managedBy === undefined ? undefined : pick(standing, managedBy)
  let body: Record<string, unknown> = {
    ...fields,
    ...(organizations.length > 0 && {
      organizations: [...new Map(organizations.map((tie) => [tie.id, tie])).values()],
    }),
    ...(manager !== undefined && { manager: { id: manager.id } }),
  }
  for (let tries = 0; tries < 3; tries++) {
    const { status, body: answer } = await caller.post('/customers', body)
    if (status === 201) {
      if (isGone) await caller.delete(`/customers/${answer.id}`)
      return answer
    }
    const refused = new Set<string>(
      (answer.fields ?? []).map((fault: { path: string }) => fault.path.split('.')[0]),
    )
    if (answer.code === 'customer.number_taken') refused.add('number')
    if (answer.code === 'customer.external_id_taken') refused.add('externalIds')
    body = Object.fromEntries(Object.entries(body).filter(([key]) => !refused.has(key)))
    if (refused.has('firstName')) body.firstName = 'Ann'
    if (refused.has('businessName')) body.businessName = 'Acme'
  }
  return null
}

test(`our own export gives back ${RUNS} customers of any kind (FC_SEED=${seed})`, async () => {
  const kit = await setup()
  const [other, third] = [await kit.merchant({ name: 'Other' }), await kit.merchant({ name: 'Third' })]
  const { run } = await importer(kit)
  for (const name of ['North', '=South', 'Öst, "W"']) await kit.as.post('/stores', { name })
  for (const one of definitions) expect((await kit.as.post('/custom-attributes', one)).status).toBe(201)
  // A workbook's numbers do not tell money, so that there the attributes stand already.
  for (const one of definitions) await third.caller.post('/custom-attributes', one)
  const standing: Standing[] = []
  const all = fc.sample(naughtyCustomer, { numRuns: RUNS, seed })
  // Those of one lot may be tied to those of the lots before.
  for (let at = 0; at < all.length; at += LOT) {
    const made = await Promise.all(all.slice(at, at + LOT).map((one) => make(kit.as, one, standing)))
    standing.push(...made.filter((one) => one !== null))
  }
  expect(standing.length).toBeGreaterThan(RUNS * 0.97)

  for (const [{ caller }, format] of [
    [other, 'csv'],
    [third, 'xlsx'],
  ] as const) {
    const done = await run(await exportedBy(kit, format), {}, caller)
    const issues = (await caller.get(`/imports/${done.id}/warnings.csv`)).text

    expect(counts(done), format).toEqual({ created: standing.length, updated: 0, unchanged: 0, rejected: 0 })
    expect(done.warnings, issues.slice(0, 2000)).toBe(0)
    for (const { id } of standing) {
      const [was, is] = await Promise.all(
        [kit.as, caller].map(async (each) => (await each.get(`/customers/${id}`)).body),
      )
      expect(comparable(is), `${format} ${id}`).toEqual(comparable(was))
    }
  }
}, 240_000)
