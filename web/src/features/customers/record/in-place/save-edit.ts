// One edit on its way to the server. Who changed other fields meanwhile is no hindrance: the edit is done to what they
// made of the record. Only the same field changed by both is for the user to decide.
import { type Customer, currentOf, updateCustomer } from '../../customers.api.ts'
import type { Body, Place } from '../../form/body.ts'
import { mergeValues } from '../../form/merge.ts'
import { changedFields } from '../../form/save-customer.ts'
import { type CustomerValues, valuesOf } from '../../form/values.ts'

export type Edit = Readonly<{
  /** The record as it was when the field was opened. */
  base: Customer
  values: CustomerValues
  /** What must be sent to make the one of the other. */
  body: Body
  place: Place
}>

export const editOf = (base: Customer, values: CustomerValues, place: Place): Edit => ({
  base,
  values,
  body: changedFields(base, values, place),
  place,
})

const attempts = 4

/** Throws the 412 when both changed the same; its problem carries the record as it is now. */
export async function saveEdit(edit: Edit): Promise<Customer> {
  let { base, body } = edit
  for (let attempt = 1; Object.keys(body).length > 0; attempt++) {
    try {
      return await updateCustomer({ id: base.id, version: base.version, body })
    } catch (error) {
      const current = currentOf(error)
      if (current === null || attempt === attempts) throw error
      const again = rebase(edit, current)
      if (again === null) throw error
      base = current
      body = again
    }
  }
  return base
}

/** The edit done to what others saved meanwhile; null when they changed the same. */
export function rebase({ base, values, place }: Edit, theirs: Customer): Body | null {
  const merged = mergeValues(valuesOf(base), values, valuesOf(theirs), place)
  return merged.conflicts.length > 0 ? null : changedFields(theirs, merged.values, place)
}
