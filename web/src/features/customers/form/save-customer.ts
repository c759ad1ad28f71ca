// One Save is up to two requests: the fields, then the photo.
import { api, send } from '../../../api/client.ts'
import { type Customer, createCustomer, updateCustomer } from '../customers.api.ts'
import { type Body, bodyOf, changesOf, type Place } from './body.ts'
import type { PhotoChange } from './photo-field.tsx'
import { type CustomerValues, emptyValues, valuesOf } from './values.ts'

/** The fields that differ from what was read; of a new customer, those that are filled. */
export function changedFields(base: Customer | null, values: CustomerValues, place: Place): Body {
  const before = base === null ? emptyValues(values.type) : valuesOf(base)
  return changesOf(bodyOf(before, place), bodyOf(values, place))
}

export type Saved = Readonly<{
  customer: Customer
  /** Why the photo could not be kept though the fields were. */
  photoFault: unknown
}>

type Saving = Readonly<{ base: Customer | null; body: Body; type: Customer['type']; photo: PhotoChange }>

export async function saveCustomer({ base, body, type, photo }: Saving): Promise<Saved> {
  const customer = await saveFields(base, body, type)
  if (photo === null) return { customer, photoFault: null }
  try {
    return { customer: await savePhoto(customer.id, photo), photoFault: null }
  } catch (error) {
    return { customer, photoFault: error }
  }
}

function saveFields(base: Customer | null, body: Body, type: Customer['type']): Promise<Customer> {
  if (base === null) return createCustomer({ type, ...body })
  if (Object.keys(body).length === 0) return Promise.resolve(base)
  return updateCustomer({ id: base.id, version: base.version, body })
}

async function savePhoto(id: string, photo: File | 'remove'): Promise<Customer> {
  const params = { path: { id } }
  if (photo === 'remove') {
    await send(api.DELETE('/api/v1/customers/{id}/photo', { params }))
    return send(api.GET('/api/v1/customers/{id}', { params }))
  }
  const form = new FormData()
  form.append('file', photo)
  return send(api.PUT('/api/v1/customers/{id}/photo', { params, body: {}, bodySerializer: () => form }))
}
