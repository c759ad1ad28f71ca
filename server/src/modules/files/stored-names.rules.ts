// The names that files are stored under. A key is of our making, never anything that came from outside.

/** Throws for what could lead elsewhere. */
export function requireKey(key: string): string {
  if (!/^[a-z0-9-]{8,100}$/.test(key)) throw new Error('not a storage key')
  return key
}

export type StoredName = {
  readonly key: string
  readonly madeAt: number
}

/** An id of ours, which begins with its time (version 7), also of half a file or of a piece of one; null for anything else. */
const STORED =
  /^(([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(?:|\.part|\.\d{6})$/

export function storedName(name: string): StoredName | null {
  const [, key, high, low] = STORED.exec(name) ?? []
  if (key === undefined || high === undefined || low === undefined) return null
  return { key, madeAt: Number.parseInt(high + low, 16) }
}
