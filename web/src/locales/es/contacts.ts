import type { contacts as source } from '../en/contacts.ts'
import type { Translated } from '../messages.ts'

export const contacts: Translated<typeof source> = {
  ofRowAbove: 'pertenece a la fila de arriba',
  orders: 'Último pedido {{date}}, {{revenue}} en 6 meses',
  more_one: 'Mostrar {{count, number}} más',
  more_many: 'Mostrar {{count, number}} más',
  more_other: 'Mostrar {{count, number}} más',
  loading: 'Cargando contactos …',
  none: 'Aún no hay contactos',
  add: 'Añadir contacto',
  failed: 'No se pudieron cargar los contactos.',
}
