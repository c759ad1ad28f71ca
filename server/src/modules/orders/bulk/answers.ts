/**
 * Answers on their way to somebody who may not read them yet. Many programs send everything before they read the first
 * answer; waiting for them would be waiting for ever, and keeping everything in memory has no end. Past a limit
 * answers lie in a file that nobody else sees, until they are asked for.
 */
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

export type Answers = {
  /** One after the other: each is awaited before the next. */
  write(text: string): Promise<void>
  end(): void
  fail(error: Error): void
  /** There is something to read, or nothing will come. */
  readonly begun: Promise<void>
  readonly readable: Readable
}

const IN_MEMORY = 1024 * 1024
const PIECE = 64 * 1024

export function answersKept(inMemory = IN_MEMORY): Answers {
  const queue: Buffer[] = []
  let queued = 0
  let file: FileHandle | null = null
  let written = 0
  let read = 0
  let over: Error | 'ended' | null = null
  let wake: () => void = () => undefined
  const begun = Promise.withResolvers<void>()

  async function* pieces(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const next = queue.shift() ?? (await fromFile())
        if (next !== null) {
          yield next
          continue
        }
        if (over instanceof Error) throw over
        if (over === 'ended') return
        if (queue.length > 0 || read < written) continue
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    } finally {
      over ??= 'ended'
      await file?.close()
    }
  }

  async function fromFile(): Promise<Buffer | null> {
    queued = 0
    if (file === null || read === written) return null
    const piece = Buffer.alloc(Math.min(PIECE, written - read))
    const { bytesRead } = await file.read(piece, 0, piece.length, read)
    read += bytesRead
    return piece.subarray(0, bytesRead)
  }

  const write = async (text: string) => {
    if (over !== null) return
    const piece = Buffer.from(text)
    if (read === written && queued + piece.length <= inMemory) {
      queue.push(piece)
      queued += piece.length
    } else {
      file ??= await unnamedFile()
      await file.write(piece, 0, piece.length, written)
      written += piece.length
    }
    wake()
    begun.resolve()
  }
  const close = (how: Error | 'ended') => {
    over ??= how
    wake()
    begun.resolve()
  }
  return {
    write,
    end: () => close('ended'),
    fail: (error) => close(error),
    begun: begun.promise,
    readable: Readable.from(pieces(), { objectMode: false }),
  }
}

/** Gone with whoever holds it open, also when that is killed. */
async function unnamedFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `clientele-answers-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}
