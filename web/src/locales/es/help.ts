import type { help as source } from '../en/help.ts'
import type { Translated } from '../messages.ts'

export const help: Translated<typeof source> = {
  dashboard: {
    title: 'El panel',
    text: 'Donde empieza el día. Cada una de las cinco cifras de arriba abre la lista que cuenta; con varias tiendas, elige una y todo la sigue.\nPara hoy son los pedidos que se entregan hoy y aún no están hechos; Pedidos abiertos, todo lo que queda por hacer, lo más nuevo primero.\nEsta semana tiene los cumpleaños y los aniversarios de la primera visita, primero los que están por llegar.',
  },
  list: {
    title: 'La lista de clientes',
    text: 'Todas las personas y empresas a las que atiende. Escriba en el campo de búsqueda: cualquier parte de un nombre, un correo, las cifras de un teléfono, en cualquier orden.\nLos filtros acotan la lista, Vista elige sus columnas y un clic en el nombre de una columna ordena por ella. La dirección de la página lo guarda todo: puede ponerse en marcadores o enviarse.\nEn la lista de [[words]] la flecha ante un nombre muestra sus contactos allí mismo; las teclas → y ← la abren y la cierran.\nMarque filas para cambiar muchos clientes a la vez; durante medio minuto Deshacer lo revierte. Los eliminados siguen, también más tarde, en Estado: Inactivos, y Restaurar los trae de vuelta, uno o muchos. Exportar guarda en un archivo los clientes de la lista, o solo los marcados.',
  },
  record: {
    title: 'La ficha de un cliente',
    text: 'Todo lo que se sabe de un cliente. A la izquierda, lo que hace falta de un vistazo: cómo contactar, etiquetas, tiendas.\nLa mayoría de los valores se cambian donde están: haga clic, escriba y pulse Intro. Editar abre el formulario completo.\nActividad cuenta quién cambió qué y cuándo; puede mostrar solo cambios, pedidos u opiniones. Un cliente eliminado queda inactivo y puede restaurarse.',
  },
  metrics: {
    title: 'Las métricas de un cliente',
    text: 'Lo que un cliente sumó en un periodo: visitas, ventas, meses y días de la semana. Elija el periodo y pulse Aplicar; cifras, gráficos e historial lo siguen. Sus dos días están incluidos.\nLas ventas netas son sin impuestos ni propinas, menos lo reembolsado; un reembolso cuenta en su propio día. La media de un día de la semana es sobre los días en que el cliente pidió.\nUn clic en un número de recibo abre el recibo debajo. Imprimir lo pone solo sobre el papel.',
  },
  reviews: {
    title: 'Opiniones de un cliente',
    text: 'Lo que este cliente opinó de usted, lo más reciente primero; en el caso de [[words]], también lo que opinaron sus contactos. Las opiniones llegan de los programas que las recogen, por la API o desde un archivo.\nA partir de 4 estrellas una opinión es positiva; hasta 2, negativa. El porcentaje junto al nombre es el de las positivas.\nSi una opinión es de otra persona, asígnela: la elección se mantiene y cambian las valoraciones de ambos clientes.',
  },
  allReviews: {
    title: 'Opiniones',
    text: 'Lo que todos dijeron, lo más reciente primero. Negativas muestra las malas.\nSin cliente: sus programas no nombraron a nadie conocido, o a más de uno. No cuentan para nadie. Asignar a un cliente dice de quién es una: la elección se mantiene, envíe lo que envíe después su programa, y la valoración del cliente la sigue.',
  },
  form: {
    title: 'Crear y editar un cliente',
    text: 'Para empezar basta un nombre; lo demás puede venir después. Lo que falta o está mal se indica junto a su campo.\nMientras escribe se muestran los clientes con el mismo correo, teléfono o nombre, para que nadie se registre dos veces.\nSi otra persona guarda el mismo cliente entretanto, se conservan ambas versiones hasta que usted elija.',
  },
  orders: {
    title: 'La lista de pedidos',
    text: 'Todas las ventas que han enviado cajas, tiendas web y otros programas, la más reciente primero. Escriba el principio de un número o número de recibo para encontrar una.\nLos filtros reducen la lista: por fecha, estado, canal, tienda, o los que no tienen cliente. La dirección de la página los conserva.\nEn la lista de los que no tienen cliente marque varios para asignarlos juntos. Los pedidos nuevos aparecen solos.',
  },
  order: {
    title: 'Un pedido',
    text: 'Lo que se compró, pagó, devolvió y envió, tal como lo contó su origen. Los importes van en la moneda del pedido y las horas son las de su tienda.\nSi falta el cliente o no es el correcto, asigne el que sea: la elección se mantiene aunque el origen envíe otra cosa después, y las cifras de ambos clientes la siguen.\nImprimir da una hoja sencilla.',
  },
  start: {
    title: 'Los primeros pasos',
    text: 'Importe lo que tiene, mire entre clientes inventados o empiece con una lista vacía.\nEl negocio de muestra está aparte del suyo, y nada de lo que haga en él llega a sus clientes. Elimínelo cuando haya visto bastante.',
  },
  imports: {
    title: 'Importaciones',
    text: 'Traiga listas de clientes, pedidos y sus líneas de otros programas: suelte un archivo o elíjalo. Se leen CSV, Excel y vCard, se llamen como se llamen sus columnas.\nNo se escribe nada antes de que haya visto cómo se entiende el archivo.\nCada importación queda en esta lista, con lo que creó, cambió y rechazó.',
  },
  import: {
    title: 'Una importación',
    text: 'Mire si el archivo se tomó por lo que es: clientes, pedidos, sus líneas. Luego diga qué contiene cada columna; la mayor parte ya se reconoce. La vista previa muestra cómo quedarán las filas.\nUn ensayo dice cuántas se crearían, cambiarían o rechazarían, y no escribe nada.\nLas filas rechazadas se descargan con el motivo junto a cada una, se corrigen y se traen de nuevo.',
  },
  exports: {
    title: 'Exportaciones',
    text: 'Archivos que se sacaron de la lista de clientes. Se inician allí: Exportar guarda en un archivo los clientes de la lista, o solo los marcados.\nLos archivos se guardan un día, para quien los hizo.',
  },
  business: {
    title: 'Ajustes del negocio',
    text: 'Nombre, moneda, país, zona horaria e idioma del negocio. Deciden cómo se escriben los importes, las fechas y los teléfonos.\nLos campos que exija aquí deben rellenarse en cada cliente nuevo.',
  },
  tags: {
    title: 'Etiquetas',
    text: 'Palabras breves para encontrar grupos de clientes: VIP, Catering, Boletín. Una etiqueta nueva también puede crearse en el propio cliente.\nCambiarle el nombre o el color, unirla o eliminarla aquí vale para todos los clientes que la tienen.',
  },
  stores: {
    title: 'Tiendas',
    text: 'Los lugares donde atiende. Un cliente puede pertenecer a varios, y la lista puede acotarse a uno.\nUna tienda cerrada conserva su historia y ya no se ofrece.',
  },
  outbox: {
    title: 'Bandeja de salida',
    text: 'Correos a clientes, como los recibos. Enviado quiere decir que el servidor de correo lo aceptó; sus palabras están debajo.\nLo que no se pudo enviar se intenta de nuevo durante dos días. Enviar ahora no espera al próximo intento, Cancelar lo abandona.\nSin servidor de correo todo espera aquí.',
  },
  account: {
    title: 'Su cuenta',
    text: 'Su nombre, su función y su contraseña.\nUna contraseña nueva cierra todas sus demás sesiones.',
  },
  other: {
    title: 'Ayuda',
    text: 'Encuentre clientes, pedidos, páginas y acciones en el campo de arriba.\nCada pantalla tiene su propia ayuda, tras el signo de interrogación junto a su nombre.',
  },
}
