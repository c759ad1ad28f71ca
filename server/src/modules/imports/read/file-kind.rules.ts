// What a file is, by its first bytes: names and content types are whatever the sender wrote.
import type { FileKind, Unreadable } from './table.ts'

/** How much of the file must be looked at. */
export const HEAD_BYTES = 64 * 1024

export function fileKind(head: Buffer): FileKind | Unreadable {
  const known = signatures.find(([bytes, , offset = 0]) => head.subarray(offset).indexOf(bytes) === 0)
  if (known) return known[1]
  const wide = wideText(head)
  const text = wide === null ? head.toString('latin1').replace(/^ï»¿/, '') : decodeWide(head, wide)
  if (text.trim().replaceAll('\0', '') === '') return 'empty'
  if (wide === null && isBinary(head)) return 'binary'
  if (/^\s*BEGIN:VCARD\s/i.test(text)) return 'vcard'
  if (/^\s*<(?:!doctype|html|\?xml|table|head|body)\b/i.test(text)) return 'web_page'
  if (/^\s*(?:\{\s*"[^"]*"\s*:|\[\s*\{\s*")/.test(text)) return 'json'
  if (isSql(text)) return 'sql'
  return 'csv'
}

const FIRST_STATEMENT =
  /^(?:create|insert|drop|alter|set|use|begin|start|lock|pragma|select|if|go|exec|declare|grant|copy|delete|update|truncate|print)\s+\S/i
const OF_TABLES =
  /^\s*(?:create\s+(?:table|database|schema)|insert\s+into|drop\s+table|alter\s+table|copy\s+\S+.*\bfrom\s+stdin)\b/im

/** It begins with a statement, and there is one about tables: a note may begin like either, but not both. */
function isSql(text: string): boolean {
  const bare = text.replace(/^(?:\s+|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/;?)+/, '')
  return FIRST_STATEMENT.test(bare) && OF_TABLES.test(text)
}

/** UTF-16 by its mark or by the zeros that Latin letters leave in it. */
export function wideText(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(head.length, 4096)
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked * 0.2 && even < odd * 0.1) return 'utf-16le'
  if (even > looked * 0.2 && odd < even * 0.1) return 'utf-16be'
  return null
}

const bytes = (text: string) => Buffer.from(text, 'latin1')

const signatures: readonly (readonly [Buffer, FileKind | Unreadable, number?])[] = [
  [bytes('PK\x03\x04'), 'xlsx'],
  [bytes('PK\x05\x06'), 'archive'],
  [bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'old_excel'],
  [bytes('\x89PNG'), 'picture'],
  [bytes('\xff\xd8\xff'), 'picture'],
  [bytes('GIF8'), 'picture'],
  [bytes('RIFF'), 'picture'],
  [bytes('II*\0'), 'picture'],
  [bytes('MM\0*'), 'picture'],
  [bytes('ftyp'), 'picture', 4],
  [bytes('%PDF'), 'binary'],
  [bytes('{\\rtf'), 'binary'],
  [bytes('SQLite format 3'), 'binary'],
  [bytes('\x1f\x8b'), 'archive'],
  [bytes('7z\xbc\xaf'), 'archive'],
  [bytes('Rar!'), 'archive'],
  [bytes('BZh'), 'archive'],
  [bytes('\xfd7zXZ'), 'archive'],
]

function decodeWide(head: Buffer, wide: 'utf-16le' | 'utf-16be'): string {
  const even = head.subarray(0, head.length - (head.length % 2))
  const little = wide === 'utf-16le' ? even : Buffer.from(even).swap16()
  return little.toString('utf16le').replace(/^\ufeff/, '')
}

/** NULs stand in texts of some databases. Other control characters, and of several kinds, are no text. */
function isBinary(head: Buffer): boolean {
  const kinds = new Set<number>()
  let control = 0
  let zeros = 0
  for (const byte of head) {
    if (byte === 0) zeros++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) {
      control++
      kinds.add(byte)
    }
  }
  return zeros > head.length / 3 || (kinds.size > 3 && control > 8 && control > head.length / 50)
}
