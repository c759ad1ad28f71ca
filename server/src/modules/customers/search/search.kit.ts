import { expect } from 'vitest'
import type { setup } from '../../../../test/harness.ts'

type Setup = Awaited<ReturnType<typeof setup>>
export type Item = { id: string; displayName: string }

export async function given({ as }: Pick<Setup, 'as'>, ...customers: object[]): Promise<Item[]> {
  const made: Item[] = []
  for (const customer of customers) {
    const reply = await as.post('/customers', customer)
    expect(reply.status, reply.text).toBe(201)
    made.push(reply.body)
  }
  return made
}

export async function found({ as }: Pick<Setup, 'as'>, q: string, more = ''): Promise<string[]> {
  const reply = await as.get(`/customers?q=${encodeURIComponent(q)}${more}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body.items.map((item: Item) => item.displayName)
}

export const person = (firstName: string, lastName: string, more: object = {}) => ({
  firstName,
  lastName,
  ...more,
})
export const firm = (businessName: string, more: object = {}) => ({ type: 'business', businessName, ...more })
