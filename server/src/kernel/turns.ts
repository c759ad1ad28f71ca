/**
 * Work that costs little more for many than for one: whatever comes in while a turn is under way waits for the next, which
 * takes it all together. Nobody waits for company: what comes alone is done at once, alone.
 */
export type Work<Item, Done> = {
  /** Items of different lanes have nothing to do with each other. */
  lane(item: Item): string
  /** No two of the same in one turn: the later one comes a turn later. */
  identity(item: Item): string
  /** Of each, in their order, what hands out or throws what came of it. */
  run(items: readonly Item[]): Promise<readonly (() => Done)[]>
  /** Whether what made a whole turn fail may be the fault of one: then it is tried in halves, down to that one. */
  isOnes(error: unknown): boolean
  /** At most so many in a turn. */
  readonly most: number
  /** So many turns of a lane may be under way. */
  readonly atOnce: number
}

type Waiting<Item, Done> = {
  readonly item: Item
  readonly done: (value: Done) => void
  readonly failed: (error: unknown) => void
}
type Lane<Item, Done> = { waiting: Waiting<Item, Done>[]; running: Set<string>; turns: number }

export function inTurns<Item, Done>(work: Work<Item, Done>): (item: Item) => Promise<Done> {
  const lanes = new Map<string, Lane<Item, Done>>()

  const settle = async (turn: readonly Waiting<Item, Done>[]): Promise<void> => {
    try {
      const outcomes = await work.run(turn.map(({ item }) => item))
      for (const [at, { done, failed }] of turn.entries()) {
        try {
          done((outcomes[at] as () => Done)())
        } catch (error) {
          failed(error)
        }
      }
    } catch (error) {
      if (turn.length > 1 && work.isOnes(error)) {
        const half = Math.ceil(turn.length / 2)
        await settle(turn.slice(0, half))
        await settle(turn.slice(half))
      } else for (const { failed } of turn) failed(error)
    }
  }

  const runTurns = async (name: string, lane: Lane<Item, Done>): Promise<void> => {
    lane.turns++
    for (;;) {
      const [turn, waiting] = takeTurn(lane, work)
      if (turn.length === 0) break
      lane.waiting = waiting
      const identities = turn.map(({ item }) => work.identity(item))
      for (const identity of identities) lane.running.add(identity)
      await settle(turn)
      for (const identity of identities) lane.running.delete(identity)
    }
    lane.turns--
    if (lane.turns === 0 && lane.waiting.length === 0) lanes.delete(name)
  }

  return (item) =>
    new Promise((done, failed) => {
      const name = work.lane(item)
      const lane: Lane<Item, Done> = lanes.get(name) ?? { waiting: [], running: new Set(), turns: 0 }
      lanes.set(name, lane)
      lane.waiting.push({ item, done, failed })
      if (lane.turns < work.atOnce) void runTurns(name, lane)
    })
}

/** What of the waiting goes now, and what stays: it was asked for twice, or is beyond the most. */
function takeTurn<Item, Done>(
  { waiting, running }: Lane<Item, Done>,
  { identity, most }: Pick<Work<Item, Done>, 'identity' | 'most'>,
): [turn: Waiting<Item, Done>[], waiting: Waiting<Item, Done>[]] {
  const taken = new Set(running)
  const turn: Waiting<Item, Done>[] = []
  const left: Waiting<Item, Done>[] = []
  for (const one of waiting) {
    const name = identity(one.item)
    if (turn.length < most && !taken.has(name)) turn.push(one)
    else left.push(one)
    taken.add(name)
  }
  return [turn, left]
}
