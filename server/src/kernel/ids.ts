import { v7 } from 'uuid'

/** Time-ordered, so that new rows stand together at the end of an index. */
export function newId(): string {
  return v7()
}

/** The canonical text of a UUID, of any version: imports may bring ids of other makers. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
