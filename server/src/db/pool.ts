// Connections as all of us borrow them: statements prepared once each, and values as this program reads them.
import { createHash } from 'node:crypto'
import pg from 'pg'

const INT8 = 20
const DATE = 1082
export const parsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return (text: string) => Number(text)
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

// pg prepares a statement when it has a name. A subclass is the one place where Kysely, raw queries and
// graphile-worker all pass, so each text is planned once per connection (107 µs unnamed, 47 µs named).
const names = new Map<string, string>()
export class NamedClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: mirrors the six overloads of pg.Client.query
  override query(config: any, values?: any, callback?: any): any {
    if (typeof config === 'string' && Array.isArray(values)) {
      const named = { text: config, values, name: statementName(config) }
      return callback === undefined ? this.#answer(named) : super.query(named, callback)
    }
    const isAwaited = callback === undefined && typeof values !== 'function' && !hasOwnWay(config)
    return isAwaited ? this.#answer(config, values) : super.query(config, values, callback)
  }

  /**
   * The promise that pg makes of a query holds its rows until all memory is tidied, instead of until they were read: a
   * page's worth each time, a fifth of a list's time. One around its callback does not.
   */
  async #answer(config: unknown, values?: unknown): Promise<pg.QueryResult> {
    try {
      return await new Promise((resolve, reject) => {
        const answered = (error: Error | null, result: pg.QueryResult) =>
          error ? reject(error) : resolve(result)
        super.query(config as string, values as unknown[], answered)
      })
    } catch (error) {
      // As pg does it: the trace of whoever asked, not of the socket.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }
}

/** A cursor, or a query that brings its callback along. */
const hasOwnWay = (config: { readonly submit?: unknown; readonly callback?: unknown } | string): boolean =>
  typeof config === 'object' && (typeof config.submit === 'function' || typeof config.callback === 'function')

function statementName(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url')
    if (names.size < 2000) names.set(text, name)
  }
  return name
}

export const CONNECT_MS = 10_000

export type ConnectionOptions = {
  /** So long a connection may take to come about; 10 s when unset. */
  readonly connectMs?: number
  /** Holds what is connected, for whoever may have to cut it off. */
  readonly connected?: Set<pg.Client>
  /** Hears of connections that were lost. */
  readonly onError: (error: Error) => void
}

export type PoolOptions = ConnectionOptions & {
  readonly max: number
  /** As the `options` of a connection string. */
  readonly settings?: string
  /** Whether statements are sent without waiting for the answer to those before. */
  readonly pipeline?: boolean
  /**
   * Behind a pooler in transaction mode each transaction may go to another server connection: what was prepared on one
   * is not there on the next, or is there already. So nothing is.
   */
  readonly isPooled?: boolean
}

/** At most `max` connections to `url`. */
export function createPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    connectionTimeoutMillis: options.connectMs ?? CONNECT_MS,
    idleTimeoutMillis: 60_000,
    ...(options.isPooled !== true && { Client: NamedClient as unknown as typeof pg.Client }),
    types: parsers,
    ...(options.pipeline === true && { pipeline: true }),
    ...(options.settings === undefined ? {} : { options: options.settings }),
  })
  pool.on('error', options.onError)
  pool.on('connect', (client) => {
    client.on('error', options.onError)
    options.connected?.add(client)
  })
  pool.on('remove', (client) => options.connected?.delete(client))
  return pool
}
