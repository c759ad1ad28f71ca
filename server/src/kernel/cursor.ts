/**
 * A cursor is the sort values of the last row of a page, in base64url, with a tag that names the
 * list and its sort: one of another list or sort is refused instead of answering nonsense. It is
 * not secret and not signed: whoever reads the values still checks their types.
 */
export type CursorValue = string | number | boolean | null

export function encodeCursor(values: readonly CursorValue[], tag: string): string {
  return Buffer.from(JSON.stringify([tag, ...values])).toString('base64url')
}

/** Null for whatever was not made by encodeCursor with this tag. */
export function decodeCursor(text: string, tag: string): CursorValue[] | null {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) return null
  const parsed = parseJson(Buffer.from(text, 'base64url').toString())
  if (!Array.isArray(parsed)) return null
  const [head, ...values] = parsed as unknown[]
  return head === tag && values.every(isCursorValue) ? values : null
}

const MAX_LENGTH = 2048

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// PostgreSQL takes no U+0000, and no row holds one: a cursor with it is forged.
function isCursorValue(value: unknown): value is CursorValue {
  if (typeof value === 'string') return !value.includes('\u0000')
  return value === null || typeof value === 'boolean' || Number.isFinite(value)
}
