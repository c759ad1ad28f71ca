import { auth } from './en/auth.ts'
import { common } from './en/common.ts'
import { customerFields } from './en/customer-fields.ts'
import { customerList } from './en/customer-list.ts'
import { errors } from './en/errors.ts'
import { lists } from './en/lists.ts'
import { shell } from './en/shell.ts'
import { states } from './en/states.ts'

/** The source language: its keys are the keys of every other, checked by the compiler. */
export const en = {
  auth,
  common,
  customerFields,
  customerList,
  errors,
  lists,
  shell,
  states,
}
