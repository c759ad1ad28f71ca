import type { states as source } from '../en/states.ts'
import type { Translated } from '../messages.ts'

export const states: Translated<typeof source> = {
  offlineTitle: 'Sin conexión',
  offlineText:
    'No se puede llegar a Clientele. Lo que ha escrito sigue aquí; podrá guardarlo cuando vuelva la conexión.',
  backOnline: 'Conectado de nuevo',
  sessionTitle: 'Su sesión ha terminado',
  sessionText: 'Inicie sesión de nuevo para continuar. Lo que ha escrito en esta página se conserva.',
  notFoundTitle: 'Aquí no hay nada',
  notFoundText: 'Esta página no existe, o lo que mostraba ya no está o no es visible para usted.',
  notFoundAction: 'Ir a los clientes',
  forbiddenTitle: 'No está permitido a su función',
  forbiddenText: 'Su función no permite esto. Un propietario del negocio puede cambiarlo.',
  serverTitle: 'El servidor no ha podido responder',
  serverText:
    'El fallo es nuestro y no se ha cambiado nada. Inténtelo de nuevo; si continúa, dé el número de petición a quien administra Clientele.',
  unexpectedTitle: 'Esta página ha dejado de funcionar',
  unexpectedText: 'No se ha perdido nada en el servidor. Cargue la página de nuevo.',
  requestId: 'Petición {{id}}',
  newVersion: 'Hay una versión nueva',
  newVersionText: 'Esta página pertenece a la versión anterior. Cárguela de nuevo para continuar.',
  diskTitle: 'No queda espacio para guardar',
  reload: 'Cargar de nuevo',
}
