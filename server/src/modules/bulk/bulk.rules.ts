import type { Permission } from '../../kernel/permissions.ts'
import { type FieldFault, invalid, Problem } from '../../kernel/problem.ts'
import type { NewActivity } from '../activity/index.ts'
import type { Action, BulkRequest, JobAction } from './bulk.schemas.ts'

/** So many are done before the answer. */
export const AT_ONCE = 200
/** What a job did to each customer is kept so long. */
export const UNDO_DAYS = 30

const needs: Readonly<Record<Action, 'tag' | 'store' | null>> = {
  inactivate: null,
  restore: null,
  addTag: 'tag',
  removeTag: 'tag',
  assignStore: 'store',
}

/** Either some by name, or what a filter means. */
export function requireSelection(request: { readonly ids?: unknown; readonly filter?: unknown }): void {
  if ((request.ids === undefined) === (request.filter === undefined))
    throw invalid([{ path: 'ids', code: 'bulk.selection', message: 'give either ids or a filter' }])
}

/** A Problem 422 that names what is missing, and what does not belong to this action. */
export function requireWhole(request: BulkRequest): void {
  const faults: FieldFault[] = []
  const blame = (path: string, code: string, message: string) => faults.push({ path, code, message })
  const needed = needs[request.action]
  if ((request.ids === undefined) === (request.filter === undefined))
    blame('ids', 'bulk.selection', 'give either ids or a filter')
  if (needed === 'tag') {
    if ((request.tagId === undefined) === (request.tag === undefined))
      blame('tagId', 'field.required', 'give either tagId or tag')
  } else {
    for (const key of ['tagId', 'tag'] as const)
      if (request[key] !== undefined) blame(key, 'field.unknown', 'is not of this action')
  }
  if (needed === 'store' && request.storeId === undefined) blame('storeId', 'field.required', 'is required')
  if (needed !== 'store' && request.storeId !== undefined)
    blame('storeId', 'field.unknown', 'is not of this action')
  if (faults.length > 0) throw invalid(faults)
}

const rights: Readonly<Record<JobAction, Permission>> = {
  inactivate: 'customers.delete',
  restore: 'customers.delete',
  addTag: 'customers.write',
  removeTag: 'customers.write',
  assignStore: 'customers.write',
  assignOrders: 'orders.write',
}

/** To do and to undo it: each undoes the other. */
export function requireRightTo(action: JobAction, permissions: ReadonlySet<Permission>): void {
  const needed = rights[action]
  if (!permissions.has(needed)) throw new Problem('access.denied', 403, { params: { permission: needed } })
}

type Told = Pick<NewActivity, 'kind' | 'before' | 'after'>
type Named = { readonly id: string; readonly name: string } | null

/** What each customer's activity says. */
export function tells(action: Action, target: Named): Told {
  switch (action) {
    case 'inactivate':
      return { kind: 'customer.inactivated', before: { status: 'active' }, after: { status: 'inactive' } }
    case 'restore':
      return { kind: 'customer.restored', before: { status: 'inactive' }, after: { status: 'active' } }
    case 'addTag':
      return { kind: 'customer.tagged', after: { tag: target } }
    case 'removeTag':
      return { kind: 'customer.untagged', before: { tag: target } }
    case 'assignStore':
      return { kind: 'customer.assigned', after: { store: target } }
  }
}

export function reverseTells(action: Action, target: Named): Told {
  switch (action) {
    case 'inactivate':
      return tells('restore', target)
    case 'restore':
      return tells('inactivate', target)
    case 'addTag':
      return tells('removeTag', target)
    case 'removeTag':
      return tells('addTag', target)
    case 'assignStore':
      return { kind: 'customer.unassigned', before: { store: target } }
  }
}
