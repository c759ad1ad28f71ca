import { auth } from './en/auth.ts'
import { common } from './en/common.ts'
import { customerFields } from './en/customer-fields.ts'
import { customerForm } from './en/customer-form.ts'
import { customerList } from './en/customer-list.ts'
import { customerRecord } from './en/customer-record.ts'
import { customers } from './en/customers.ts'
import { errors } from './en/errors.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { states } from './en/states.ts'
import { stores } from './en/stores.ts'
import { tags } from './en/tags.ts'

/** The source language: its keys are the keys of every other, checked by the compiler. */
export const en = {
  auth,
  common,
  customerFields,
  customerForm,
  customerList,
  customerRecord,
  customers,
  errors,
  settings,
  shell,
  states,
  stores,
  tags,
}
