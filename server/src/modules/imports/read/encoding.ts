/**
 * Which letters the bytes of a text file stand for: its mark, else UTF-8 if the whole file is valid
 * UTF-8 (a first megabyte without accents proves nothing), else a guess that the user can change.
 */

import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { badRequest } from '../../../kernel/problem.ts'
import type { ByteSource } from '../../../kernel/storage.ts'
import { guessEncoding } from './encoding-guess.rules.ts'
import { wideText } from './file-kind.rules.ts'

export type Encoding = { readonly name: string; readonly sure: boolean }

export async function findEncoding(
  source: ByteSource,
  head: Buffer,
  asked: string | undefined,
): Promise<Encoding> {
  if (asked !== undefined && asked.trim() !== '') return askedEncoding(asked)
  if (head.subarray(0, 3).equals(UTF8_MARK)) return { name: 'utf-8', sure: true }
  if (head.subarray(0, 4).equals(UTF32_MARK)) return { name: 'utf-32le', sure: true }
  const wide = wideText(head)
  if (wide !== null) return { name: wide, sure: head[0] === 0xff || head[0] === 0xfe }
  const sample = await notUtf8(source)
  return sample === null ? { name: 'utf-8', sure: true } : { name: guessEncoding(sample), sure: false }
}

/** The text of a file, piece by piece, without its mark. Only whole characters leave the decoder. */
export async function* decodedText(source: ByteSource, encoding: string): AsyncGenerator<string> {
  const decoder = encoding === 'utf-8' ? utf8Decoder() : iconv.getDecoder(encoding)
  for await (const chunk of source.stream({ chunk: CHUNK_BYTES })) {
    const text = decoder.write(chunk as Buffer)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])
const UTF32_MARK = Buffer.from([0xff, 0xfe, 0, 0])
const CHUNK_BYTES = 256 * 1024
const SAMPLE_BYTES = 64 * 1024

function askedEncoding(asked: string): Encoding {
  const name = asked.trim().toLowerCase()
  if (!iconv.encodingExists(name))
    throw badRequest('import.encoding_unknown', `${asked} is not a known encoding`)
  return { name: name === 'utf8' ? 'utf-8' : name, sure: true }
}

function utf8Decoder() {
  const decoder = new TextDecoder('utf-8')
  return { write: (chunk: Buffer) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}

/** Null when the file is UTF-8; else a part of it that is not, for guessing. */
async function notUtf8(source: ByteSource): Promise<Buffer | null> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source.stream({ chunk: 1024 * 1024 })) {
    const bytes = held.length === 0 ? (chunk as Buffer) : Buffer.concat([held, chunk as Buffer])
    const cut = wholeCharacters(bytes)
    const whole = bytes.subarray(0, cut)
    if (!isUtf8(whole) && !isDamagedUtf8(whole)) return telling(whole)
    held = bytes.subarray(cut)
  }
  return held.length === 0 || isUtf8(held) || isDamagedUtf8(held) ? null : telling(held)
}

/** Where the last character that may have been cut by the end of the chunk begins. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0)
      return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** Some programs cut texts by bytes: a few broken characters among many whole ones are still UTF-8. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const whole = (text.match(/[\u0080-\ufffc]/g)?.length ?? 0) - broken
  return whole >= 8 * broken
}

/** The lines that hold other than ASCII: in a long file of plain names they are few. */
function telling(bytes: Buffer): Buffer {
  const lines: Buffer[] = []
  let size = 0
  for (let start = 0; start < bytes.length && size < SAMPLE_BYTES; ) {
    const found = bytes.indexOf(10, start)
    const end = found === -1 ? bytes.length : found + 1
    const line = bytes.subarray(start, end)
    if (line.some((byte) => byte > 127)) {
      lines.push(line)
      size += line.length
    }
    start = end
  }
  return Buffer.concat(lines).subarray(0, SAMPLE_BYTES)
}
