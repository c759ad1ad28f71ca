import { customerSince, type Draft } from '../../customers/index.ts'
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
  const { draft } = applied
  if (!isMade && fields.typeGiven && fields.type !== before.type) {
    const hinders = fields.type === 'business' ? before.organizations.length > 0 : entity.hasContacts
    if (hinders)
      warnings.push(aboutRow('type.kept', 'Its ties to others keep this customer what it is', fields.type))
    else draft.type = fields.type
  }
  const since = fields.customerSince
  const isEarlier = since !== undefined && isNews(entity, draft, { since, facts })
  if (isEarlier) entity.recordedOn = since
  const becomesInactive = draft.status === 'inactive' && (entity.isNew || before.status === 'active')
  if (becomesInactive && fields.inactivatedAt !== undefined) entity.inactivatedAt = fields.inactivatedAt
  const differs = isMade || changedKeys(before, draft).size > 0
  if (differs) book.set(entity, draft)
  return differs || isEarlier
}

/** A day that is not before all that is known of somebody says nothing: our own export says one of everybody. */
function isNews(
  entity: Entity,
  draft: Draft,
  { since, facts }: { readonly since: string; readonly facts: BatchFacts },
): boolean {
  const { recordedOn, createdAt, isNew } = entity
  if (isNew) return recordedOn === null || since < recordedOn
  const known = { createdAt: new Date(createdAt), firstOrderAt: null }
  const days = [recordedOn, entity.customerSince, customerSince(draft, known, facts.timeZone)]
  return days.every((day) => day === null || since < day)
}
