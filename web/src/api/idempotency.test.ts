import { expect, test } from 'vitest'
import { forgetKey, keyFor } from './idempotency.ts'

const post = (body: object) =>
  new Request('http://localhost/api/v1/tags', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('a POST sent again after a lost answer carries the same key', async () => {
  const first = await keyFor(post({ name: 'VIP' }))
  const again = await keyFor(post({ name: 'VIP' }))

  expect(again).toBe(first)
})

test('another body is another request', async () => {
  expect(await keyFor(post({ name: 'One' }))).not.toBe(await keyFor(post({ name: 'Two' })))
})

test('once answered, the same body is meant anew', async () => {
  const request = post({ name: 'Twice' })
  const first = await keyFor(request)

  await forgetKey(request)

  expect(await keyFor(post({ name: 'Twice' }))).not.toBe(first)
})
