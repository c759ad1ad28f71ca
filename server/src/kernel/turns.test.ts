import { expect, test } from 'vitest'
import { inTurns, type Work } from './turns.ts'

type Item = { readonly lane?: string; readonly name: string }

/** Turns as they were run, each of which ends when it is told to. */
function bench(more: Partial<Work<Item, string>> = {}) {
  const turns: { readonly names: string[]; end(error?: Error): Promise<void> }[] = []
  const ask = inTurns<Item, string>({
    lane: ({ lane = 'one' }) => lane,
    identity: ({ name }) => name,
    run: (items) =>
      new Promise((done, failed) => {
        turns.push({
          names: items.map(({ name }) => name),
          end: async (error) => {
            if (error) failed(error)
            else
              done(
                items.map(
                  ({ name }) =>
                    () =>
                      `${name} is done`,
                ),
              )
            await new Promise(setImmediate)
          },
        })
      }),
    isOnes: (error) => (error as Error).message !== 'nobody answers',
    most: 3,
    atOnce: 1,
    ...more,
  })
  return { turns, ask: (name: string, lane?: string) => ask({ name, ...(lane && { lane }) }) }
}

test('what comes alone is done at once, and what comes meanwhile together, so many at a time', async () => {
  const { turns, ask } = bench()
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name))
  expect(turns.map(({ names }) => names)).toEqual([['a']])
  await turns[0]?.end()
  await turns[1]?.end()
  await turns[2]?.end()
  expect(turns.map(({ names }) => names)).toEqual([['a'], ['b', 'c', 'd'], ['e']])
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `${name} is done`))
})

test('the same twice is done one after the other, and what comes behind it is not held up', async () => {
  const { turns, ask } = bench({ atOnce: 2 })
  const all = [ask('a'), ask('a'), ask('b'), ask('a')]
  expect(turns.map(({ names }) => names)).toEqual([['a'], ['b']])
  await turns[1]?.end()
  expect(turns).toHaveLength(2)
  await turns[0]?.end()
  await turns[2]?.end()
  await turns[3]?.end()
  expect(turns.map(({ names }) => names)).toEqual([['a'], ['b'], ['a'], ['a']])
  await Promise.all(all)
})

test('lanes do not wait for each other', async () => {
  const { turns, ask } = bench()
  const all = [ask('a', 'left'), ask('a', 'right')]
  expect(turns).toHaveLength(2)
  for (const turn of turns) await turn.end()
  await Promise.all(all)
})

test('when a turn fails its halves are tried, and only whose fault it is hears of it', async () => {
  const { turns, ask } = bench()
  const first = ask('a')
  const [good, bad] = [ask('b'), ask('c')]
  const heard = bad.catch((error: Error) => error.message)
  await turns[0]?.end()
  await turns[1]?.end(new Error('somebody is wrong'))
  await turns[2]?.end()
  await turns[3]?.end(new Error('c is wrong'))
  expect(turns.map(({ names }) => names)).toEqual([['a'], ['b', 'c'], ['b'], ['c']])
  expect([await first, await good, await heard]).toEqual(['a is done', 'b is done', 'c is wrong'])
  const later = ask('d')
  await turns[4]?.end()
  expect(await later).toBe('d is done')
})

test('what handing out throws is its asker’s alone', async () => {
  const ask = inTurns<Item, string>({
    lane: () => 'one',
    identity: ({ name }) => name,
    run: async (items) =>
      items.map(({ name }) => () => {
        if (name === 'b') throw new Error('refused')
        return name
      }),
    isOnes: () => true,
    most: 10,
    atOnce: 1,
  })
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => ask({ name })))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('what is nobody’s fault fails the whole turn, once', async () => {
  const { turns, ask } = bench()
  const all = ['a', 'b', 'c'].map((name) => ask(name).catch((error: Error) => error.message))
  await turns[0]?.end()
  await turns[1]?.end(new Error('nobody answers'))
  expect(await Promise.all(all)).toEqual(['a is done', 'nobody answers', 'nobody answers'])
  expect(turns).toHaveLength(2)
})
