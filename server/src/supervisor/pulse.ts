// Whether the database answers, known without asking it on every request for /readyz.
const EVERY_MS = 1000
const PATIENCE_MS = 2000

export type Pulse = {
  beats(): boolean
  /** A connection was lost: no until the next answer. */
  doubt(): void
  stop(): void
}

export function takePulse(ask: () => Promise<unknown>): Pulse {
  let beats = true
  let doubts = 0
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  async function measure(): Promise<void> {
    const doubtsBefore = doubts
    const answered = await Promise.race([
      ask().then(
        () => true,
        () => false,
      ),
      wait(PATIENCE_MS),
    ])
    beats = answered && doubts === doubtsBefore
    if (!isStopped) timer = setTimeout(measure, beats ? EVERY_MS : EVERY_MS / 10).unref()
  }

  timer = setTimeout(measure, EVERY_MS).unref()
  return {
    beats: () => beats,
    doubt: () => {
      beats = false
      doubts++
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

const wait = (ms: number) => new Promise<boolean>((resolve) => setTimeout(resolve, ms, false).unref())
