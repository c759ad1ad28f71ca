import type { ReadFields, RowWarning } from '../mapping/canonical.ts'
import { aboutRow, applyFields, changedKeys } from './apply.rules.ts'
import type { Book, Entity } from './book.ts'
import type { BatchFacts } from './facts.ts'

type Writing = { readonly isMade: boolean; readonly facts: BatchFacts; readonly warnings: RowWarning[] }

/** Writes what a row says on the customer it means; answers whether anything changed. */
export function writeFields(
  book: Book,
  entity: Entity,
  fields: ReadFields,
  { isMade, facts, warnings }: Writing,
): boolean {
  const before = entity.draft
  const applied = applyFields(before, fields, entity.isNew, facts)
  warnings.push(...applied.warnings)
  const draft = { ...applied.draft }
  if (!isMade && fields.typeGiven && fields.type !== before.type) {
    const hinders = fields.type === 'business' ? before.organizations.length > 0 : entity.hasContacts
    if (hinders)
      warnings.push(aboutRow('type.kept', 'Its ties to others keep this customer what it is', fields.type))
    else draft.type = fields.type
  }
  const since = fields.customerSince
  const isEarlier = since !== undefined && (entity.recordedOn === null || since < entity.recordedOn)
  if (isEarlier) entity.recordedOn = since
  const differs = changedKeys(before, draft).size > 0
  if (differs || isMade) book.set(entity, draft)
  return differs || isEarlier
}
