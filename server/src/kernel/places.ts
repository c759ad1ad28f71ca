// Where a page of a list begins: behind the row whose values a cursor holds. Each throws 400 for a cursor of another list.
import { decodeCursor } from './cursor.ts'
import { isId } from './ids.ts'
import { badRequest } from './problem.ts'

/** Of a list by ids, newest first. */
export function idPlace(cursor: string, tag: string): string {
  const [id] = decodeCursor(cursor, tag) ?? []
  return isText(id) && isId(id) ? id : refuse()
}

/** Of a list by names. */
export function namePlace(cursor: string, tag: string): { readonly name: string; readonly id: string } {
  const [name, id] = decodeCursor(cursor, tag) ?? []
  return isText(name) && isText(id) && isId(id) ? { name, id } : refuse()
}

/** Of a list by instants, as PostgreSQL writes them in UTC. */
export function instantPlace(cursor: string, tag: string): { readonly at: string; readonly id: string } {
  const [at, id] = decodeCursor(cursor, tag) ?? []
  return isText(at) && isInstant(at) && isText(id) && isId(id) ? { at, id } : refuse()
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\d [\d:.]+\+00$/.test(text) && !Number.isNaN(Date.parse(text))

function refuse(): never {
  throw badRequest('cursor.invalid', 'The cursor is none of this list', [
    { path: 'cursor', code: 'cursor.invalid', message: 'is not of this list' },
  ])
}
