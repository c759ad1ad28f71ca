import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'

async function withMaria() {
  const kit = await setup()
  const { body } = await kit.as.post('/customers', {
    firstName: 'María',
    lastName: 'García',
    email: 'maria@example.com',
    phone: '+1 212 555 0123',
    address: { postalCode: '10001' },
  })
  const ask = async (query: Record<string, string>) => {
    const answer = await kit.as.get(`/customers/similar?${new URLSearchParams(query)}`)
    expect(answer.status).toBe(200)
    return answer.body.items.map((item: { id: string; because: string }) =>
      item.id === body.id ? item.because : 'another',
    )
  }
  return { ...kit, maria: body, ask }
}

const likenesses: readonly [string, Record<string, string>, readonly string[]][] = [
  ['the same email', { email: ' MARIA@example.com ' }, ['email']],
  ['the same email with a tag', { email: 'maria+shop@example.com' }, ['email']],
  ['the same number written otherwise', { phone: '(212) 555-0123' }, ['phone']],
  ['the same number from abroad', { phone: '001 212 555 0123', country: 'GB' }, ['phone']],
  ['the same name at the same postal code', { name: 'maria garcia', postalCode: '10001' }, ['name']],
  ['the name the other way round', { name: 'GARCIA MARIA', postalCode: '10001' }, ['name']],
  ['one letter wrong', { name: 'Maria Garzia', postalCode: '10001' }, ['name']],
  ['email before name', { email: 'maria@example.com', name: 'Maria Garcia', postalCode: '10001' }, ['email']],
  ['the name elsewhere', { name: 'Maria Garcia', postalCode: '10002' }, []],
  ['the name alone', { name: 'Maria Garcia' }, []],
  ['another name there', { name: 'Mario Garsa', postalCode: '10001' }, []],
  ['half an email', { email: 'maria@' }, []],
  ['nothing', {}, []],
]

test('a likely duplicate has the same email, the same valid phone, or nearly the same name at the same postal code', async () => {
  const { ask } = await withMaria()

  for (const [by, query, because] of likenesses) expect([by, await ask(query)]).toEqual([by, because])
})

test('the customer being edited is not their own duplicate, and at most five are shown', async () => {
  const { as, maria, ask } = await withMaria()
  expect(await ask({ email: 'maria@example.com', exclude: maria.id })).toEqual([])

  for (let n = 0; n < 6; n++) await as.post('/customers', { firstName: `M${n}`, phone: '+12125550123' })

  expect(await ask({ phone: '+12125550123' })).toHaveLength(5)
  expect((await as.get('/customers/similar?email=%00')).status).toBe(400)
  expect((await as.get('/customers/similar?nope=1')).status).toBe(400)
})
