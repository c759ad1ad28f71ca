// Uniqueness and references are the database's work; this table says what a violated constraint means to a caller.
import { conflict, invalid, type Problem } from '../kernel/problem.ts'

const meanings: Readonly<Record<string, () => Problem>> = {
  customers__number_key: () =>
    conflict('customer.number_taken', {}, [
      { path: 'number', code: 'customer.number_taken', message: 'belongs to another customer' },
    ]),
  external_ids_pkey: () =>
    conflict('customer.external_id_taken', {}, [
      { path: 'externalIds', code: 'customer.external_id_taken', message: 'belongs to another customer' },
    ]),
  customers__manager_fk: () =>
    invalid([{ path: 'manager', code: 'customer.unknown', message: 'is not a known customer' }]),
  affiliations__organization_fk: () =>
    invalid([
      { path: 'organizations', code: 'organization.unknown', message: 'is not a known organization' },
    ]),
  affiliations__primary_key: () =>
    invalid([
      { path: 'organizations', code: 'organization.several_primary', message: 'only one may be primary' },
    ]),
  customer_stores__preferred_key: () =>
    invalid([{ path: 'stores', code: 'store.several_preferred', message: 'only one may be preferred' }]),
  // Deleted between the look and the write.
  customer_tags__tag_fk: () =>
    invalid([{ path: 'tags', code: 'tag.unknown', message: 'is not a known tag' }]),
  customer_stores__store_fk: () =>
    invalid([{ path: 'stores', code: 'store.unknown', message: 'is not a known store' }]),
  tags__name_key: () =>
    conflict('tag.name_taken', {}, [{ path: 'name', code: 'tag.name_taken', message: 'is already a tag' }]),
  stores__name_key: () =>
    conflict('store.name_taken', {}, [
      { path: 'name', code: 'store.name_taken', message: 'is already a store' },
    ]),
  stores__code_key: () =>
    conflict('store.code_taken', {}, [
      { path: 'code', code: 'store.code_taken', message: 'belongs to another store' },
    ]),
  custom_attributes__key_key: () =>
    conflict('attribute.key_taken', {}, [
      { path: 'key', code: 'attribute.key_taken', message: 'is already an attribute' },
    ]),
}

/** Null when the error is none of a constraint that a caller can mend. */
export function problemOfConstraint(error: { readonly constraint?: string }): Problem | null {
  return error.constraint === undefined ? null : (meanings[error.constraint]?.() ?? null)
}

/** Bad data, a broken promise of uniqueness, or a value beyond a limit: by SQLSTATE class. */
export function isRowsFault(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code
  return typeof code === 'string' && /^(?:22|23|54)/.test(code)
}

/** Others wrote the same at the same time: done again, it may well succeed. */
export const isConflict = (error: unknown): boolean =>
  ['40001', '40P01'].includes(String((error as { readonly code?: unknown } | null | undefined)?.code))
