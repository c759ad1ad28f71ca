import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('what was made before a refusal is told, with what was refused, and the rest is left', async () => {
  const error = new Error('taken')
  const tried: string[] = []
  const make = async (name: string) => {
    tried.push(name)
    if (name === 'Sun') throw error
  }

  expect(await inTurn(['Moon', 'Sun', 'Star'], make)).toEqual({
    made: ['Moon'],
    refused: { name: 'Sun', error },
  })
  expect(tried).toEqual(['Moon', 'Sun'])
  expect(await inTurn(['Moon', 'Star'], make)).toEqual({ made: ['Moon', 'Star'], refused: null })
})
