import type { outbox as source } from '../en/outbox.ts'
import type { Translated } from '../messages.ts'

export const outbox: Translated<typeof source> = {
  title: 'Bandeja de salida',
  intro:
    'Lo que salió hacia los clientes, lo que espera y lo que respondió el servidor de correo. Lo más nuevo primero.',
  waits:
    'Aún no hay servidor de correo, así que no se envía nada. Lo que usted envía espera aquí hasta una semana. Pida a quien instaló Clientele que conecte uno.',
  waitsCommand: 'Inicie Clientele con la dirección de su servidor de correo:',
  filter: 'Mostrar',
  all: 'Todo',
  states: {
    waiting: 'En espera',
    sending: 'Enviándose',
    sent: 'Enviado',
    failed: 'No enviado',
    cancelled: 'Cancelado',
  },
  to: 'a {{address}}',
  said: 'Servidor: {{words}}',
  nextTry: 'próximo intento {{when}}',
  tries_one: '{{count}} intento',
  tries_many: '{{count}} de intentos',
  tries_other: '{{count}} intentos',
  errors: {
    smtp_unreachable: 'No se pudo llegar al servidor de correo.',
    smtp_later: 'El servidor de correo pide intentarlo más tarde.',
    smtp_sign_in: 'El servidor de correo no acepta nuestro usuario y contraseña.',
    outbox_too_old: 'Esperó más de una semana y ya no se envía.',
    outbox_restored: 'Esperaba cuando se hizo la copia de seguridad de la que viene esta instalación.',
    outbox_broken: 'No se pudo redactar. El registro del servidor dice por qué.',
  },
  retry: 'Enviar ahora',
  retryNamed: 'Enviar ahora: {{subject}}, a {{address}}',
  cancel: 'Cancelar',
  cancelNamed: 'Cancelar: {{subject}}, a {{address}}',
  retried: 'Sale ahora.',
  cancelled: 'Cancelado. No se envía.',
  more: 'Mostrar anteriores',
  emptyTitle: 'No hay nada en la bandeja de salida',
  emptyText: 'Aquí aparecen los recibos que envía a los clientes, y cuáles salieron y cuáles no.',
  noneTitle: 'Nada de este tipo',
  noneText: 'No hay nada en este estado.',
  showAll: 'Mostrar todo',
  receipt: {
    title: 'Enviar el recibo {{number}}',
    to: 'Correo electrónico',
    toHint: 'Una sola dirección. El recibo lleva un PDF.',
    missing: 'Escriba la dirección a la que va.',
    waits:
      'No hay servidor de correo configurado. El recibo espera en Ajustes, Bandeja de salida, y sale cuando haya uno.',
    submit: 'Enviar recibo',
    queued: 'El recibo va camino de {{address}}.',
    waiting: 'El recibo para {{address}} espera en la bandeja de salida: no hay servidor de correo.',
  },
}
