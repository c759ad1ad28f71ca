import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'

type Change = Record<'before' | 'after', { externalIds: Record<string, string> }>
const ifMatch = (etag: unknown) => ({ 'if-match': String(etag) })

test('a hundred patches of one record at once lose nothing', { timeout: 60_000 }, async () => {
  const { as } = await setup()
  const { body } = await as.post('/customers', { firstName: 'Ann' })
  const path = `/customers/${body.id}`
  const patchUntilTaken = async (n: number) => {
    for (;;) {
      const { headers } = await as.get(path)
      const change = { externalIds: { [`s${n % 50}`]: `v${n}` } }
      const answer = await as.patch(path, change, ifMatch(headers.etag))
      if (answer.status === 200) return
      expect(answer.status).toBe(412)
      await setTimeout(Math.random() * 500)
    }
  }

  await Promise.all(Array.from({ length: 100 }, (_, n) => patchUntilTaken(n)))

  const { body: after } = await as.get(path)
  const { body: activities } = await as.get(`${path}/activities?limit=200`)
  expect(after.version).toBe(101)
  expect(Object.keys(after.externalIds)).toHaveLength(50)
  const written = activities.items.slice(0, 100).map((item: Change) => {
    const [source] = Object.keys(item.after.externalIds).filter(
      (key) => item.after.externalIds[key] !== item.before.externalIds[key],
    )
    return item.after.externalIds[source as string]
  })
  expect(new Set(written)).toEqual(new Set(Array.from({ length: 100 }, (_, n) => `v${n}`)))
})

test('a repeated creation under one key happens once', async () => {
  const { as } = await setup()
  const key = { 'idempotency-key': 'k-1' }

  const answers = await Promise.all(
    Array.from({ length: 5 }, () => as.post('/customers', { firstName: 'Ann', email: 'a@b.example' }, key)),
  )
  const later = await as.post('/customers', { firstName: 'Ann', email: 'a@b.example' }, key)
  const other = await as.post('/customers', { firstName: 'Bob' }, key)

  const made = answers.filter((answer) => answer.status === 201)
  expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1)
  expect(
    answers.every((answer) => answer.status === 201 || answer.body.code === 'idempotency.in_progress'),
  ).toBe(true)
  expect(later).toMatchObject({ status: 201, body: { id: made[0]!.body.id } })
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotency.key_reused' } })
})

test('organizations that are renamed at once are both renamed in the rows of their people', async () => {
  const { as } = await setup()
  const organization = async (businessName: string) =>
    (await as.post('/customers', { type: 'business', businessName })).body.id
  const [a, b] = [await organization('A'), await organization('B')]
  const person = await as.post('/customers', { firstName: 'Ann', organizations: [{ id: a }, { id: b }] })
  const rename = async (id: string, businessName: string) => {
    const { headers } = await as.get(`/customers/${id}`)
    return as.patch(`/customers/${id}`, { businessName }, ifMatch(headers.etag))
  }

  for (let round = 0; round < 15; round++) {
    const newcomer = as.post('/customers', { firstName: `New ${round}`, organizations: [{ id: a }] })
    const answers = await Promise.all([rename(a, `A${round}`), rename(b, `B${round}`), newcomer])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 201])

    const shown = async (id: string) =>
      (await as.get(`/customers/${id}`)).body.organizations.map(({ name }: { name: string }) => name).sort()
    expect(await shown(person.body.id)).toEqual([`A${round}`, `B${round}`])
    expect(await shown((await newcomer).body.id)).toEqual([`A${round}`])
  }
})
