// The one LISTEN connection of this process. PostgreSQL rings it when a transaction with events commits; what happened
// is read from the table, so a ring lost while the connection was down costs nothing but a look at it afterwards.
import pg from 'pg'

export type Bell = { close(): void }

type Options = {
  readonly url: string
  readonly onRing: (merchantId: string) => void
  /** Rings may have been missed. */
  readonly onBack: () => void
  readonly onError: (error: unknown) => void
}

const CHANNEL = 'clientele_events'
const LONGEST_PAUSE_MS = 5000

/** Connects now and whenever the connection breaks; resolves when it listens for the first time. */
export async function hangBell(options: Options): Promise<Bell> {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let pause = 100
  let isClosed = false

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: options.url,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    })
    fresh.on('error', options.onError)
    fresh.on('notification', (note) => options.onRing(note.payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch (error) {
      await fresh.end().catch(() => undefined)
      throw error
    }
    if (isClosed) return fresh.end()
    client = fresh
    pause = 100
    fresh.once('end', later)
  }

  function later(): void {
    client = null
    if (isClosed) return
    timer = setTimeout(() => {
      connect().then(options.onBack, (error) => {
        options.onError(error)
        later()
      })
    }, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }

  await connect()
  return {
    close: () => {
      isClosed = true
      clearTimeout(timer)
      client?.end().catch(() => undefined)
    },
  }
}
