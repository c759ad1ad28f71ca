import type { auth as source } from '../en/auth.ts'
import type { Translated } from '../messages.ts'

export const auth: Translated<typeof source> = {
  signIn: {
    title: 'Iniciar sesión',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    forgot:
      '¿Ha olvidado la contraseña? Pregunte a quien administra Clientele: la orden «npm run -s clientele -- password --email …» muestra un enlace para elegir otra.',
  },
  reset: {
    title: 'Elija una contraseña nueva',
    submit: 'Guardar la contraseña',
    done: 'Su contraseña ha cambiado. Inicie sesión con la nueva.',
    noToken: 'Este enlace está incompleto. Ábralo tal como lo recibió o pida uno nuevo.',
  },
  password: {
    current: 'Contraseña actual',
    new: 'Contraseña nueva',
    repeat: 'Contraseña nueva, otra vez',
    hint: 'Al menos {{min}} caracteres. Unas cuantas palabras seguidas forman una buena.',
    tooShort: 'Al menos {{min}} caracteres, por favor',
    different: 'Las dos no son iguales',
    missing: 'Escriba su contraseña',
    toggle: 'Mostrar u ocultar la contraseña',
    submit: 'Cambiar la contraseña',
    done: 'Contraseña cambiada. Se ha cerrado la sesión en los demás dispositivos.',
  },
  emailMissing: 'Escriba su correo electrónico',
  emailInvalid: 'No parece una dirección de correo',
  setup: {
    title: 'Bienvenido a Clientele',
    intro:
      'Cuéntenos algo de su negocio. Todo menos la moneda se puede cambiar después en Ajustes; la moneda, mientras no haya importes.',
    businessSection: 'Su negocio',
    ownerSection: 'Usted, el propietario',
    business: 'Nombre del negocio',
    country: 'País',
    currency: 'Moneda',
    currencyHint: 'Todas las ventas y cifras se llevan en ella.',
    timeZone: 'Zona horaria',
    language: 'Idioma',
    name: 'Su nombre',
    email: 'Correo electrónico',
    password: 'Contraseña',
    code: 'Código de instalación',
    codeHint: 'Aparece donde se inició Clientele. Demuestra que este servidor es suyo.',
    submit: 'Empezar',
    businessMissing: 'Escriba el nombre de su negocio',
    nameMissing: 'Escriba su nombre',
    choose: 'Elija una opción',
    codeMissing: 'Escriba el código',
  },
}
