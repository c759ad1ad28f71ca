import type { customers as source } from '../en/customers.ts'
import type { Translated } from '../messages.ts'

export const customers: Translated<typeof source> = {
  title: 'Clientes',
  person: 'Persona',
  business: 'Empresa',
}
