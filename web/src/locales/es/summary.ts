import type { summary as source } from '../en/summary.ts'
import type { Translated } from '../messages.ts'

export const summary: Translated<typeof source> = {
  label: 'De un vistazo',
  loadFailed: 'No se pudieron cargar las cifras.',
  total: 'Clientes',
  totalText: '[[words|empresas]] y personas',
  contacts_one: '{{number}} contacto',
  contacts_many: '{{number}} de contactos',
  contacts_other: '{{number}} contactos',
  unaffiliated: '{{number}} sin [[word]]',
  sales: 'Ventas',
  salesText: 'netas, menos devoluciones',
  more: 'netas, {{percent}} más que en el periodo anterior',
  less: 'netas, {{percent}} menos que en el periodo anterior',
  same: 'netas, igual que en el periodo anterior',
  before: 'Antes: {{amount}}',
  viewOrders: 'Ver en Pedidos',
  period: 'Periodo de las ventas',
  periods: { '4w': '4 sem.', '3m': '3 meses', '6m': '6 meses', all: 'Todo' },
  top: 'Mejores clientes',
  topNone: 'Nadie ha pedido en este periodo.',
  atRisk: 'En riesgo',
  atRiskText: 'han pedido, pero no últimamente',
  new: 'Clientes nuevos',
  newText: '«Cliente desde» en los últimos 30 días',
}
