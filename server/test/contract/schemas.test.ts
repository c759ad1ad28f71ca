// Schemas are compiled when they are first used: that each one can be is found here, and not by whoever comes first.
import { expect, test } from 'vitest'
import { setup } from '../harness.ts'

test('the schema of every body, address and answer can be compiled', async () => {
  const { anonymous } = await setup({ hasEagerSchemas: true })

  expect((await anonymous.get('/api/openapi.json')).status).toBe(200)
})
