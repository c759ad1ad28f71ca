// What is edited in place as one, and the fields of the wire it stands for. Pure.
import type { CustomerType } from '../../customers.api.ts'
import type { CustomerValues } from '../../form/values.ts'

export type Field = keyof CustomerValues
/** One address by its id (`address:new` is one to come), one field of the merchant's own by its key. */
export type Part = Field | 'name' | 'emails' | `address:${string}` | `attribute:${string}`

export function fieldsOf(part: Part, type: CustomerType): readonly Field[] {
  if (part === 'name') return type === 'business' ? ['businessName'] : ['firstName', 'lastName']
  if (part === 'emails') return ['email', 'additionalEmails']
  if (idOf(part, 'address') !== null) return ['addresses']
  if (idOf(part, 'attribute') !== null) return ['attributes']
  return [part as Field]
}

/** The id behind `address:` or `attribute:`. */
export function idOf(part: Part, kind: 'address' | 'attribute'): string | null {
  return part.startsWith(`${kind}:`) ? part.slice(kind.length + 1) : null
}

/** Whether a fault at this path is one of what is edited here; other faults of an old record do not hinder it. */
export function isAtPart(path: string, part: Part, type: CustomerType): boolean {
  if (idOf(part, 'attribute') !== null) return path === `attributes.${idOf(part, 'attribute')}`
  return fieldsOf(part, type).includes(path.split('.')[0] as Field)
}
