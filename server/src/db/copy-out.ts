/**
 * COPY of a query to the client. The text is PostgreSQL's, and a million rows must cost Node little more than passing on
 * their bytes: so the bytes are taken off the socket here, not message by message through the driver (5 µs a row, 0.5
 * here). Each row is one message, which tells where it ends whatever is in it.
 */
import type pg from 'pg'

export type RowReader<T> = {
  /** A row with its line end lies in `bytes`, which is used again afterwards. */
  row(bytes: Buffer, from: number, to: number): void
  /** What has been made of the rows since it was last asked; `isOver`: it will not be asked again. */
  take(isOver: boolean): T[]
}

export type CopyOut<T> = {
  readonly statement: string
  readonly reader: RowReader<T>
  readonly whole?: boolean
}
export type Batch<T> = { readonly count: number; readonly items: readonly T[] }

/** So many bytes wait for the reader; then PostgreSQL does. */
const WAITING = 1024 * 1024
const COPY_DATA = 0x64
/** Of a message: its kind and its length. */
const HEAD = 5
/** What may come before the end of the data: how it is sent, notices, settings. */
const PASSED_OVER = new Set([0x48, 0x4e, 0x53])

type Data = (chunk: Buffer) => void
type Socket = {
  on(event: 'data', listener: Data): void
  off(event: 'data', listener: Data): void
  listeners(event: 'data'): Data[]
  emit(event: 'data', chunk: Buffer): boolean
  pause(): void
  resume(): void
}
type Connection = { readonly stream: Socket; query(text: string): void }

/** `whole`: nothing is handed on, and nothing held up, until all has come. */
export async function* copyOut<T>(
  client: pg.ClientBase,
  { statement, reader, whole = false }: CopyOut<T>,
): AsyncGenerator<Batch<T>> {
  let socket: Socket | undefined
  let waiting = 0
  let count = 0
  let isOver = false
  let failure: unknown = null
  let wake: () => void = () => undefined
  const end = (error: unknown) => {
    failure ??= error
    isOver = true
    wake()
  }
  client.query({
    submit: (connection: unknown) => {
      socket = (connection as Connection).stream
      takeOver(socket, (bytes, from, to) => {
        reader.row(bytes, from, to)
        count++
        waiting += to - from
        if (whole) return
        if (waiting >= WAITING) socket?.pause()
        wake()
      })
      ;(connection as Connection).query(statement)
    },
    handleCommandComplete: () => undefined,
    handleError: end,
    handleReadyForQuery: () => end(null),
  } as pg.Submittable)
  for (;;) {
    if (failure !== null) throw failure
    if (count > 0 && (isOver || !whole)) {
      const batch = { count, items: reader.take(isOver) }
      count = 0
      waiting = 0
      socket?.resume()
      yield batch
    } else if (isOver) return
    else
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}

/** Until the data ends; whatever is not data goes to the driver, which is asked again from then on. */
function takeOver(socket: Socket, row: RowReader<never>['row']): void {
  const driver = socket.listeners('data')
  /** Of a message that the next chunk goes on with: small, so that no chunk is copied as a whole. */
  let rest: Buffer | null = null
  const handBack = (bytes: Buffer) => {
    socket.off('data', read)
    for (const listener of driver) socket.on('data', listener)
    for (const listener of driver) listener(bytes)
  }
  /** Where the whole messages end; null when the data did. */
  const readAll = (bytes: Buffer, from: number): number | null => {
    let at = from
    while (bytes.length - at >= HEAD) {
      const kind = bytes[at] as number
      if (kind !== COPY_DATA && !PASSED_OVER.has(kind)) {
        handBack(bytes.subarray(at))
        return null
      }
      const next = at + 1 + bytes.readUInt32BE(at + 1)
      if (next > bytes.length) break
      if (kind === COPY_DATA) row(bytes, at + HEAD, next)
      at = next
    }
    return at
  }
  const read = (chunk: Buffer) => {
    let from = 0
    while (rest !== null) {
      const missing = (rest.length < HEAD ? HEAD : 1 + rest.readUInt32BE(1)) - rest.length
      if (missing === 0) {
        const whole: Buffer = rest
        rest = null
        if (readAll(whole, 0) === null) return void socket.emit('data', chunk.subarray(from))
      } else {
        if (from === chunk.length) return
        const part = chunk.subarray(from, from + missing)
        rest = Buffer.concat([rest, part])
        from += part.length
      }
    }
    const end = readAll(chunk, from)
    if (end !== null && end < chunk.length) rest = Buffer.from(chunk.subarray(end))
  }
  for (const listener of driver) socket.off('data', listener)
  socket.on('data', read)
}
