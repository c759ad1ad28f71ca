// Reads what came: faults of form are told together with faults of meaning, so that a form shows all of them at once.
import type { FieldFault } from '../../../kernel/problem.ts'
import type { CustomerWrite } from './write.schemas.ts'

export type ReadBody = {
  readonly write: CustomerWrite
  readonly faults: readonly FieldFault[]
  readonly whole: boolean
}

/** `formFaults` are the schema's. Fields at fault are left out of `write`; not `whole` when there is no object to read. */
export function readBody(body: unknown, formFaults: readonly FieldFault[]): ReadBody {
  const faults = [...formFaults, ...unstorable(body, '')]
  const bad = new Set(faults.map((fault) => fault.path.split('.')[0]))
  if (bad.has('') || typeof body !== 'object' || body === null) return { write: {}, faults, whole: false }
  const write = Object.fromEntries(Object.entries(body).filter(([key]) => !bad.has(key))) as CustomerWrite
  return { write, faults, whole: true }
}

/** A fault already told of a field says enough about it. */
export function joinFaults(form: readonly FieldFault[], meaning: readonly FieldFault[]): FieldFault[] {
  const told = new Set(form.map((fault) => fault.path.split('.')[0]))
  const namesUnread = nameFields.some((name) => told.has(name))
  return [
    ...form,
    ...meaning.filter(
      (fault) => !told.has(fault.path.split('.')[0]) && !(fault.code === 'name.required' && namesUnread),
    ),
  ]
}

const nameFields = ['firstName', 'middleName', 'lastName', 'nickname', 'businessName']

/** PostgreSQL keeps neither U+0000 nor half a character. */
function unstorable(value: unknown, path: string): FieldFault[] {
  if (typeof value === 'string') {
    return isStorable(value)
      ? []
      : [
          {
            path,
            code: 'text.unstorable',
            message: 'holds U+0000 or half a character, which cannot be stored',
          },
        ]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path === '' ? key : `${path}.${key}`
    return isStorable(key) ? unstorable(inner, here) : unstorable(key, path === '' ? 'body' : path)
  })
}

const isStorable = (text: string) => !text.includes('\u0000') && text.isWellFormed()
