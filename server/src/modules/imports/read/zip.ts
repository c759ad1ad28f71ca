/**
 * The parts of a ZIP where it lies, read one at a time by its directory: workbooks of Excel put what is
 * needed first last, so reading front to back would mean holding them whole. Sizes are checked as
 * declared and again as they come out, since a bomb lies about them.
 */
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { Problem } from '../../../kernel/problem.ts'
import type { ByteSource } from '../../../kernel/storage.ts'
import { unreadable } from './table.ts'

export type ZipPart = {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

export type Zip = { readonly parts: ReadonlyMap<string, ZipPart>; readonly source: ByteSource }

export async function openZip(source: ByteSource): Promise<Zip> {
  return { source, parts: await readDirectory(source) }
}

/** The bytes of a part, as they unpack; ends with an error at the first byte past the limit. */
export async function* partBytes(zip: Zip, name: string, limit: number): AsyncGenerator<Buffer> {
  const part = zip.parts.get(name)
  if (part === undefined) throw unreadable('damaged')
  checkSize(part, limit)
  const start = await dataStart(zip.source, part)
  if (part.packed === 0) return
  const packed = zip.source.stream({ start, length: part.packed })
  const out: Readable & NodeJS.WritableStream = part.method === 0 ? new PassThrough() : createInflateRaw()
  // Its end is the end of `out`; an error comes out there.
  pipeline(packed, out).catch(() => undefined)
  let size = 0
  try {
    for await (const chunk of out) {
      size += (chunk as Buffer).length
      if (size > limit || isBomb(size, part.packed)) throw unreadable('bomb')
      yield chunk as Buffer
    }
  } catch (error) {
    // What does not unpack is damaged; a store that is away is not.
    throw error instanceof Problem ? error : unreadable('damaged')
  } finally {
    packed.destroy()
    out.destroy()
  }
}

export async function partText(zip: Zip, name: string, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of partBytes(zip, name, limit)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

// Sheets pack to about a tenth, very dull ones to a thirtieth; a bomb to a thousandth.
const BOMB_RATIO = 100
const BOMB_FROM = 32 * 1024 * 1024

const isBomb = (unpacked: number, packed: number) => unpacked > BOMB_FROM && unpacked > packed * BOMB_RATIO

function checkSize(part: ZipPart, limit: number): void {
  if (isBomb(part.unpacked, part.packed)) throw unreadable('bomb')
  if (part.unpacked > limit) throw unreadable('too_large')
  if (part.method !== 0 && part.method !== 8) throw unreadable('not_a_sheet')
}

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const END_64 = 0x06064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MAX_DIRECTORY = 16 * 1024 * 1024
const FULL_32 = 0xffffffff

async function readDirectory(source: ByteSource): Promise<Map<string, ZipPart>> {
  const size = await source.size()
  const tailStart = Math.max(0, size - 66_000)
  const tail = await source.read(tailStart, size - tailStart)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end === -1 || tail.length - end < 22 || tail.readUInt32LE(end) !== END) throw unreadable('damaged')
  const short = { length: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) }
  const { length, start } = short.start === FULL_32 ? await directory64(source, tail, end) : short
  if (length > MAX_DIRECTORY || start + length > size) throw unreadable('damaged')
  return readEntries(await source.read(start, length))
}

async function directory64(
  source: ByteSource,
  tail: Buffer,
  end: number,
): Promise<{ length: number; start: number }> {
  const locator = end - 20
  if (locator < 0 || tail.readUInt32LE(locator) !== END_64_LOCATOR) throw unreadable('damaged')
  const record = await source.read(Number(tail.readBigUInt64LE(locator + 8)), 56)
  if (record.length < 56 || record.readUInt32LE(0) !== END_64) throw unreadable('damaged')
  return { length: Number(record.readBigUInt64LE(40)), start: Number(record.readBigUInt64LE(48)) }
}

function readEntries(directory: Buffer): Map<string, ZipPart> {
  const parts = new Map<string, ZipPart>()
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const name = directory.toString('utf8', at + 46, nameEnd)
    const sizes = wideSizes(directory.subarray(nameEnd, extraEnd), [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ])
    const [unpacked = 0, packed = 0, offset = 0] = sizes
    parts.set(name, { name, method: directory.readUInt16LE(at + 10), packed, unpacked, offset })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return parts
}

/** Where a size is too big for its place, the extra field of ZIP64 holds it, in this order. */
function wideSizes(extra: Buffer, sizes: readonly number[]): number[] {
  if (!sizes.includes(FULL_32)) return [...sizes]
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return sizes.map((size) => {
      if (size !== FULL_32 || next + 8 > extra.length) return size
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    })
  }
  return [...sizes]
}

async function dataStart(source: ByteSource, part: ZipPart): Promise<number> {
  const header = await source.read(part.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw unreadable('damaged')
  return part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}
