import type { errors as source } from '../en/errors.ts'
import type { Translated } from '../messages.ts'

export const errors: Translated<typeof source> = {
  network: 'Sin conexión con el servidor. Compruebe la red e inténtelo de nuevo.',
  unknown: 'No se ha podido hacer.',
  withRequest: '{{message}} (petición {{id}})',
  internal: 'El servidor no ha podido hacerlo. No se ha cambiado nada.',
  unauthenticated: 'Inicie sesión para continuar.',
  forbidden: 'Su función no permite esto.',
  not_found: 'Ya no está, o no es visible para usted.',
  access: {
    denied: 'Su función no permite esto.',
    user_only: 'Solo puede hacerlo un usuario que haya iniciado sesión.',
    all_stores_only: 'Solo puede hacerlo quien ve todas las tiendas.',
  },
  attribute: {
    key_taken: 'Otro campo ya tiene esta clave',
    in_use: 'Hay clientes que aún tienen valores en él',
    options_missing: 'Indique al menos una opción',
    options_unused: 'Solo una elección tiene opciones',
    too_many: 'Ya hay tantos campos propios como puede haber',
    unknown: 'No existe ese campo',
  },
  elsewhere: 'Rechazado por algo que no tiene campo aquí: {{text}}',
  body: {
    invalid: 'Revise los campos marcados.',
    too_large: 'Es demasiado grande para guardarlo.',
    unreadable: 'El servidor no ha podido leer lo enviado.',
    media_type: 'El servidor no acepta este tipo de archivo',
  },
  customer: {
    external_id_taken: 'Otro cliente ya tiene este número de ese sistema',
    number_taken: 'Otro cliente ya tiene este número',
    unknown: 'No existe ese cliente',
    has_contacts: 'Aún le pertenecen contactos',
  },
  disk: {
    full: 'El disco del servidor está lleno. Se puede leer; no se podrá guardar nada hasta que haya espacio.',
  },
  email: {
    invalid: 'No parece una dirección de correo',
    too_long: 'Demasiado largo para una dirección de correo',
    no_dot: 'Falta el final de la dirección, como .com',
    missing: 'Escriba una dirección de correo: el cliente no tiene',
  },
  field: {
    enum: 'Elija uno de la lista',
    format: 'No puede ser correcto',
    maximum: 'Demasiado grande',
    maxItems: 'Demasiados',
    maxLength: 'Demasiado largo',
    minimum: 'Demasiado pequeño',
    minLength: 'Rellene este campo',
    pattern: 'No puede ser correcto',
    required: 'Rellene este campo',
    type: 'No puede ser correcto',
    unknown: 'El servidor no conoce este campo',
    integration_only: 'Solo un programa conectado puede indicarlo',
  },
  file: { too_large: 'El archivo es demasiado grande' },
  files: {
    unavailable: 'El lugar donde se guardan los archivos no responde. Inténtelo de nuevo en un momento.',
  },
  idempotency: {
    in_progress: 'Ya se está guardando.',
    key_reused: 'Esto ya se envió con otro contenido. Inténtelo de nuevo.',
  },
  if_match: { required: 'Esta página está anticuada. Cárguela de nuevo.' },
  merchant: { not_found: 'Este negocio ya no existe, o usted ya no pertenece a él.' },
  organization: {
    several_primary: 'Solo puede haber un vínculo principal ([[word]])',
    unknown: 'No existe tal [[word]]',
    ambiguous: 'Este nombre se repite ([[words]])',
    people_only: 'Solo las personas pertenecen a [[words]]',
  },
  origin: {
    foreign:
      'Esta página se abrió con otra dirección que la que espera el servidor. Abra Clientele con su propia dirección.',
  },
  password: { wrong: 'Esta no es su contraseña actual' },
  password_reset: { expired: 'Este enlace ya se ha usado o es demasiado antiguo. Pida uno nuevo.' },
  outbox: {
    sent: 'Esto ya se envió',
    sending: 'Esto se está enviando ahora mismo. Mire de nuevo en un momento.',
    failed: 'Esto ya no se envía: no queda nada que cancelar',
    full: 'Hoy se han enviado tantos correos como se permiten. Inténtelo mañana.',
  },
  phone: {
    letters: 'Un número de teléfono no tiene letras',
    too_long: 'Demasiadas cifras para un número de teléfono',
    too_short: 'Muy pocas cifras para un número de teléfono',
    unreadable: 'No puede ser un número de teléfono',
    several_primary: 'Solo un teléfono puede ser el principal',
  },
  rate: { limited: 'Demasiados intentos. Espere un minuto e inténtelo de nuevo.' },
  session: {
    ended: 'Su sesión ha terminado. Inicie sesión de nuevo.',
    missing: 'Inicie sesión para continuar.',
  },
  setup: {
    code_wrong: 'Este no es el código que se mostró',
    done: 'Este servidor ya está configurado. Inicie sesión.',
  },
  sign_in: {
    no_merchant: 'Su cuenta ya no pertenece a ningún negocio. Pregunte a su propietario.',
    refused: 'El correo o la contraseña no son correctos.',
  },
  store: {
    code_taken: 'Otra tienda ya tiene este código',
    name_taken: 'Otra tienda ya tiene este nombre',
    several_preferred: 'Solo una tienda puede ser la preferida',
  },
  tag: { name_taken: 'Ya hay una etiqueta con este nombre' },
  address: {
    country: 'No es un país',
    several_defaults: 'Solo una dirección puede ser la predeterminada',
    unknown: 'No existe esa dirección',
  },
  api_key: {
    not_found: 'No existe esa clave',
  },
  country: {
    unknown: 'No es un país',
  },
  currency: {
    other: 'Los importes se llevan en la moneda del negocio',
    unknown: 'No es una moneda',
  },
  day: {
    before_start: 'Es anterior al primer día',
    impossible: 'Ese día no existe',
  },
  instant: {
    impossible: 'Ese momento no existe',
  },
  language: {
    unknown: 'No es un idioma',
  },
  locale: {
    unknown: 'No es un idioma',
  },
  name: {
    required: 'Escriba un nombre',
  },
  number: {
    too_fine: 'Demasiados decimales',
  },
  photo: {
    unreadable: 'No se ha podido leer esta imagen',
  },
  preference: {
    too_large: 'Es demasiado para recordarlo',
    too_many: 'Ya se recuerda demasiado',
  },
  settings: {
    currency_in_use: 'La moneda queda fija cuando los clientes tienen importes',
  },
  timeZone: {
    unknown: 'No es una zona horaria',
  },
  request: {
    unacceptable: 'El servidor no ha podido aceptarlo.',
  },
  version: {
    stale: 'Otra persona lo ha cambiado entretanto. Lo que ve ahora es lo último; inténtelo de nuevo.',
  },
}
