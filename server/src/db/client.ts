// The only way to borrow a connection. Every connection of the application pool stands as `clientele_app` and for
// one merchant at a time; the merchant is remembered on the client and set again only when the next borrower's
// differs (`begin; set local; commit` around each read made it 2.9 times slower).
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { isConflict } from './constraint-errors.ts'
import { type Batch, type CopyOut, copyOut } from './copy-out.ts'
import { CONNECT_MS, type ConnectionOptions, createPool, NamedClient, parsers } from './pool.ts'
import { sessionSettings, standIn } from './standing.ts'
import { clientOf, speaksOver } from './statements.ts'
import type { DB } from './types.ts'

export type Reader = Kysely<DB>
export type Writer = Transaction<DB>

export type Db = {
  /** One or more reads as the application role, with only this merchant's rows in sight. */
  read<T>(merchantId: string, fn: (reader: Reader) => Promise<T>): Promise<T>
  /**
   * A read with one more question on the same connection, sent along so that it costs no round trip of its own. It is
   * answered first. What the read came to, also a failure, is for the caller to look at when the answer allows it.
   */
  readWithAside<T>(
    merchantId: string,
    aside: Aside,
    fn: (reader: Reader) => Promise<T>,
  ): Promise<{ readonly aside: unknown; outcome(): T }>
  /** A transaction; the whole callback is run again (at most three times) on a deadlock or serialisation failure. */
  write<T>(merchantId: string, fn: (tx: Writer) => Promise<T>): Promise<T>
  /** Before a merchant is known: sees no merchant's rows, only what the definer functions return. */
  global<T>(fn: (reader: Reader) => Promise<T>): Promise<T>
  /**
   * For what takes long and must see one moment: a connection of its own, closed at the end, in one read-only
   * transaction as the application role. `holds` says whether a replica has come far enough; the primary has.
   */
  snapshot<T>(
    merchantId: string,
    fn: (snapshot: Snapshot) => Promise<T>,
    holds?: (reader: Reader) => Promise<boolean>,
  ): Promise<T>
  /**
   * The same database, whose reads and snapshots may come from a replica and so be a few seconds old (replica.ts); all
   * else is the primary's. Null without one.
   */
  readonly replica: Db | null
  /** Connections of the URL's own role: migrate, backup, verify, maintenance and graphile-worker. */
  readonly owner: pg.Pool
  close(): Promise<void>
}

export type Snapshot = {
  readonly reader: Reader
  /** The rows of a COPY … TO STDOUT, as the reader makes something of them. */
  copy<T>(copy: CopyOut<T>): AsyncIterable<Batch<T>>
  /** The same moment on one more connection, which ends with this one. */
  beside(): Promise<Snapshot>
}

/** A statement that answers one row with one column, `answer`; it may not write. */
export type Aside = { readonly text: string; readonly values: readonly unknown[] }

export type DbOptions = ConnectionOptions & {
  readonly url: string
  /** The same database without a pooler in between; the URL itself when there is none. */
  readonly ownerUrl?: string
  readonly pooling: 'session' | 'transaction'
  readonly max?: number
  readonly ownerMax?: number
  readonly lobbyMax?: number
  /** How often in all a transaction that fails on a conflict is run; 3 when unset. */
  readonly attempts?: number
}

const NO_MERCHANT = ''

export function createDb(options: DbOptions): Db {
  const inTransactions = options.pooling === 'transaction'
  const manner = inTransactions ? { isPooled: true } : { settings: sessionSettings }
  const pool = createPool(options.url, {
    ...options,
    ...manner,
    max: options.max ?? 10,
    pipeline: true,
  })
  // Sign-in is looked up on connections of its own that never stand for a merchant: on shared ones every request would
  // set the merchant twice, once away and once back.
  const lobby = createPool(options.url, {
    ...options,
    ...manner,
    max: options.lobbyMax ?? 3,
  })
  const owner = createPool(options.ownerUrl ?? options.url, {
    max: options.ownerMax ?? 4,
    onError: options.onError,
    settings: '-c timezone=UTC',
  })
  const merchants = new WeakMap<pg.PoolClient, string>()
  const builders = new WeakMap<pg.PoolClient, Kysely<DB>>()

  const borrow = <T>(merchantId: string, fn: (db: Kysely<DB>) => Promise<T>): Promise<T> =>
    withClient(merchantId, (client) => fn(builderOf(client, builders)))

  async function withClient<T>(merchantId: string, fn: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await (merchantId === NO_MERCHANT ? lobby : pool).connect()
    try {
      if (!inTransactions && merchantId !== NO_MERCHANT && merchants.get(client) !== merchantId) {
        merchants.delete(client)
        await client.query("select set_config('app.merchant_id', $1, false)", [merchantId])
        merchants.set(client, merchantId)
      }
      return await fn(client)
    } finally {
      client.release()
    }
  }

  const transaction = <T>(merchantId: string, fn: (tx: Writer) => Promise<T>) =>
    retried(
      () =>
        borrow(merchantId, (db) =>
          db.transaction().execute(async (tx) => {
            speaksOver(tx, clientOf(db))
            if (inTransactions) await standIn(tx, merchantId)
            return fn(tx)
          }),
        ),
      options.attempts ?? 3,
    )
  const readWithAside = async <T>(merchantId: string, aside: Aside, fn: (reader: Reader) => Promise<T>) => {
    if (inTransactions) {
      let asked: { readonly answer: unknown } | undefined
      const outcome = await settled(
        transaction(merchantId, async (tx) => {
          const { rows } = await tx.executeQuery<{ answer: unknown }>(
            CompiledQuery.raw(aside.text, [...aside.values]),
          )
          asked = { answer: rows[0]?.answer }
          return fn(tx)
        }),
      )
      if (asked === undefined) outcome()
      return { aside: asked?.answer, outcome }
    }
    return withClient(merchantId, async (client) => {
      // What is written before the next turn leaves in one piece.
      const { stream } = client.connection
      stream.cork()
      process.nextTick(() => stream.uncork())
      const asked = client.query(aside.text, [...aside.values])
      const outcome = settled((async () => fn(builderOf(client, builders)))())
      const { rows } = await asked.finally(() => outcome)
      return { aside: rows[0]?.answer, outcome: await outcome }
    })
  }
  const read = <T>(merchantId: string, fn: (reader: Reader) => Promise<T>) =>
    inTransactions ? transaction(merchantId, fn) : borrow(merchantId, fn)

  return {
    read,
    readWithAside,
    write: transaction,
    global: (fn) => read(NO_MERCHANT, fn),
    snapshot: (merchantId, fn) => onSnapshot(options, merchantId, fn),
    replica: null,
    owner,
    close: async () => {
      await Promise.all([pool.end(), lobby.end(), owner.end()])
    },
  }
}

async function onSnapshot<T>(
  options: DbOptions,
  merchantId: string,
  fn: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const clients: pg.Client[] = []
  const open = async (moment: string | null): Promise<Snapshot> => {
    const client = aloneClient(options)
    clients.push(client)
    await client.connect()
    await client.query("select set_config('app.merchant_id', $1, false)", [merchantId])
    await client.query('begin isolation level repeatable read read only')
    if (moment !== null) await client.query(`set transaction snapshot ${pg.escapeLiteral(moment)}`)
    return {
      reader: builderOver(client),
      copy: (copy) => copyOut(client, copy),
      beside: async () => open((await client.query('select pg_export_snapshot() as moment')).rows[0].moment),
    }
  }
  try {
    const result = await fn(await open(null))
    await Promise.all(clients.map((client) => client.end()))
    return result
  } catch (error) {
    // In the middle of a COPY there is no polite way to end.
    for (const client of clients) client.connection.stream.destroy()
    throw error
  }
}

/** Not through a pooler: its server connections serve others between two statements. */
function aloneClient({ url, ownerUrl, onError, connectMs, connected }: DbOptions): pg.Client {
  const client = new NamedClient({
    connectionString: ownerUrl ?? url,
    connectionTimeoutMillis: connectMs ?? CONNECT_MS,
    types: parsers,
    options: sessionSettings,
  })
  client.on('error', onError)
  connected?.add(client)
  client.on('end', () => connected?.delete(client))
  return client
}

/** A Kysely that speaks over one borrowed client. */
function builderOf(client: pg.PoolClient, builders: WeakMap<pg.PoolClient, Kysely<DB>>): Kysely<DB> {
  let builder = builders.get(client)
  if (builder === undefined) {
    builder = builderOver(client)
    builders.set(client, builder)
  }
  return builder
}

function builderOver(client: pg.ClientBase): Kysely<DB> {
  const borrowed = {
    query: client.query.bind(client) as pg.PoolClient['query'],
    release: () => undefined,
  }
  const builder = new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { connect: async () => borrowed, end: async () => undefined, options: {} },
    }),
  })
  speaksOver(builder, client)
  return builder
}

/** What a promise came to, to be returned or thrown when asked for. */
const settled = <T>(promise: Promise<T>): Promise<() => T> =>
  promise.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error
    },
  )

async function retried<T>(run: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= attempts || !isConflict(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}
