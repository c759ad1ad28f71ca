import type { start as source } from '../en/start.ts'
import type { Translated } from '../messages.ts'

export const start: Translated<typeof source> = {
  title: '¿Cómo quiere empezar?',
  intro: 'Todo esto también puede hacerse más tarde.',
  import: {
    title: 'Importar sus clientes',
    text: 'Desde un archivo CSV o Excel, o la exportación de otro programa. Una prueba dice qué será de cada fila antes de que se escriba nada.',
    action: 'Importar clientes',
  },
  sample: {
    title: 'Conocer un negocio de muestra',
    text: 'Clientes inventados con todos los datos, para probar. Está aparte de su propio negocio y se elimina sin dejar rastro.',
    action: 'Abrir el negocio de muestra',
  },
  empty: {
    title: 'Empezar de cero',
    text: 'Añada los clientes a medida que llegan. Basta un nombre, sea persona o [[word|empresa]]; lo demás puede añadirse después.',
    action: 'Empezar con una lista vacía',
  },
  customer: {
    title: 'Añadir un cliente',
    text: 'Basta un nombre, sea persona o [[word|empresa]]; lo demás puede añadirse después.',
    action: 'Nuevo cliente',
  },
}
