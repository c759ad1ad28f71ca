import { auth } from './es/auth.ts'
import { common } from './es/common.ts'
import { customerFields } from './es/customer-fields.ts'
import { customerList } from './es/customer-list.ts'
import { errors } from './es/errors.ts'
import { lists } from './es/lists.ts'
import { shell } from './es/shell.ts'
import { states } from './es/states.ts'
import type { Messages } from './messages.ts'

export const es: Messages = {
  auth,
  common,
  customerList,
  customerFields,
  errors,
  lists,
  shell,
  states,
}
