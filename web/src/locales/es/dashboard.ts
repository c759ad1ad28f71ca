import type { dashboard as source } from '../en/dashboard.ts'
import type { Translated } from '../messages.ts'

export const dashboard: Translated<typeof source> = {
  title: 'Panel',
  welcome:
    'Sus cifras, los pedidos de hoy y los cumpleaños de la semana estarán aquí en cuanto tenga clientes.',
  store: 'Tienda',
  allStores: 'Todas las tiendas',
  loadFailed: 'No se pudo cargar esta parte.',
  seeAll: 'Ver todo',
  wanted: {
    title: 'Para hoy',
    none: 'No hay nada para hoy.',
    seeAll: 'Ver todo lo que es para hoy',
  },
  open: {
    title: 'Otros pedidos abiertos',
    none: 'No hay otros pedidos abiertos.',
    seeAll: 'Ver todos los pedidos abiertos',
    placed: 'Pedidos de hoy',
  },
  wantedFor: 'para {{when}}',
  tomorrowAt: 'mañana, {{time}}',
  days: {
    title: 'Esta semana',
    none: 'No hay cumpleaños ni aniversarios esta semana.',
    birthdays: 'Todos los cumpleaños',
    anniversaries: 'Todos los aniversarios',
    today: 'hoy',
    onlyToday: 'Hay más de los que se muestran; estos son los de hoy.',
    birthday: 'Cumpleaños',
    turns_one: '{{count, number}} año',
    turns_many: '{{count, number}} de años',
    turns_other: '{{count, number}} años',
    anniversary: 'Aniversario de la primera visita',
    years_one: 'Primera visita hace {{count, number}} año',
    years_many: 'Primera visita hace {{count, number}} de años',
    years_other: 'Primera visita hace {{count, number}} años',
  },
}
