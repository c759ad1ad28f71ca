// A new customer turns out to be the other kind. The form holds the fields of both kinds, so that all of them come back
// with a second change of mind; only what stands under another name on the other side is put there.
import type { CustomerType } from '../customers.api.ts'
import { personName } from './start-values.ts'
import { type CustomerValues, newPhone } from './values.ts'

export function carryOver(values: CustomerValues, type: CustomerType): CustomerValues {
  if (values.type === type) return values
  const standing = newPhone(values.type, true).kind
  const usual = newPhone(type, true).kind
  return {
    ...values,
    type,
    ...(type === 'business' ? companyName(values) : nameOfPerson(values)),
    // A kind that was only proposed, of a number that is not written yet.
    phones: values.phones.map((phone) =>
      phone.number.trim() === '' && phone.kind === standing ? { ...phone, kind: usual } : phone,
    ),
  }
}

type Names = Partial<CustomerValues>

const companyName = (values: CustomerValues): Names =>
  values.businessName.trim() === '' ? { businessName: wholeName(values) } : {}

function nameOfPerson(values: CustomerValues): Names {
  const { businessName } = values
  const whole = wholeName(values)
  if (whole === '') return { ...personName(businessName.trim()), businessName: '' }
  // The name of the business was theirs; a person has it once.
  return businessName.trim() === whole ? { businessName: '' } : {}
}

const wholeName = ({ firstName, middleName, lastName }: CustomerValues): string =>
  [firstName, middleName, lastName]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
