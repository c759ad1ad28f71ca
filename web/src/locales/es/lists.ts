import type { lists as source } from '../en/lists.ts'
import type { Translated } from '../messages.ts'

export const lists: Translated<typeof source> = {
  clearSearch: 'Borrar la búsqueda',
  clearFilters: 'Quitar los filtros',
  removeFilter: 'Quitar el filtro {{filter}}',
  filters: 'Filtros',
  findStore: 'Buscar una tienda',
  noStores: 'Aún no hay tiendas.',
  from: 'Desde',
  to: 'Hasta',
  since: 'desde el {{day}}',
  until: 'hasta el {{day}}',
  between: 'del {{from}} al {{to}}',
  today: 'Hoy',
  lastDays: 'Últimos {{number}} días',
  thisYear: 'Este año',
  nothingFound: 'Sin resultados',
  gone: 'una que ya no existe',
}
