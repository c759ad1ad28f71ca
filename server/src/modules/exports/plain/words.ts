// What a file for people calls things, in the languages of the screens. A test holds the titles to be what the screens say.
const en = {
  fields: {
    ...{ id: 'ID in Clientele', type: 'Type', number: 'Customer number', displayName: 'Full name' },
    ...{
      salutation: 'Salutation',
      firstName: 'First name',
      middleName: 'Middle name',
      lastName: 'Last name',
    },
    ...{
      nickname: 'Nickname',
      businessName: '[[Word|Business]] name',
      registrationNumber: 'Registration number',
    },
    ...{ taxId: 'Tax ID', taxExempt: 'Tax exempt', industry: 'Industry', manager: 'Manager', email: 'Email' },
    ...{ additionalEmails: 'Additional emails', phone: 'Phone', phones: 'Phones', website: 'Website' },
    ...{ addresses: 'Addresses', tags: 'Tags', stores: 'Stores', organizations: 'Organizations' },
    ...{ externalIds: 'Numbers in other systems', gender: 'Gender', dateOfBirth: 'Date of birth' },
    ...{ anniversary: 'Anniversary of first visit', nationality: 'Nationality' },
    ...{ idNumber: 'ID document number', preferredLanguage: 'Preferred language', gateCode: 'Gate code' },
    ...{ status: 'Status', accountType: 'Account type', salesperson: 'Salesperson', notes: 'Notes' },
    ...{ doNotServe: 'Do not serve', consent: 'Consent', activity: 'Buying', firstOrderAt: 'First order' },
    ...{ lastOrderAt: 'Last order', orders: 'Orders', visits: 'Visits', revenue6m: 'Revenue, 6 months' },
    ...{ revenue4w: 'Revenue, 4 weeks', revenue3m: 'Revenue, 3 months' },
    ...{ revenueTotal: 'Total revenue', reviews: 'Reviews', snoozedUntil: 'Snoozed until' },
    ...{ customerSince: 'Customer since', createdAt: 'Created', updatedAt: 'Last change' },
    ...{ registeredAt: 'Registered', lastLoginAt: 'Last sign-in', lastActivityAt: 'Last activity' },
    ...{ lastPasswordResetAt: 'Last password reset', inactivatedAt: 'Inactive since', photoUrl: 'Photo' },
  },
  parts: {
    ...{
      onAccount: 'Pays on account',
      onHold: 'Account on hold',
      requirePurchaseOrder: 'PO number required',
    },
    ...{ discountPercent: 'Order discount', noMinimumOrder: 'No minimum order' },
    ...{ noDeliveryCharge: 'No delivery charge', paymentTerms: 'Payment terms', creditLimit: 'Credit limit' },
    ...{ invoiceNotes: 'Notes on invoices', invoiceEmails: 'Invoices also go to' },
  },
  channels: { email: 'Email', sms: 'Text messages', call: 'Phone calls' },
  consentStates: { in: 'Agreed', out: 'Declined', unknown: 'Not asked' },
  phoneKinds: {
    ...{ mobile: 'Mobile', personal: 'Personal', work: 'Work', home: 'Home', fax: 'Fax', other: 'Other' },
  },
  accountTypes: { guest: 'Guest', registered: 'Registered' },
  statuses: { active: 'Active', inactive: 'Inactive' },
  types: { personal: 'Person', business: '[[Word|Business]]' },
  genders: { female: 'Female', male: 'Male', nonBinary: 'Non-binary' },
  activityStates: {
    new: 'New buyer',
    active: 'Active',
    atRisk: 'At risk',
    lost: 'Lost',
    none: 'Never ordered',
  },
  extension: 'ext. {{extension}}',
  own: {
    ...{ yes: 'Yes', no: 'No', address: 'Main address', positive: 'Positive reviews' },
    ...{ negative: 'Negative reviews', giftCardNumber: 'Gift card number', points: 'Loyalty points' },
    version: 'Version',
  },
}

export type PlainWords = typeof en

const es: PlainWords = {
  fields: {
    ...{ id: 'ID en Clientele', type: 'Tipo', number: 'Número de cliente', displayName: 'Nombre completo' },
    ...{
      salutation: 'Tratamiento',
      firstName: 'Nombre',
      middleName: 'Segundo nombre',
      lastName: 'Apellidos',
    },
    ...{
      nickname: 'Apodo',
      businessName: 'Nombre de [[word|la empresa]]',
      registrationNumber: 'Número de registro',
    },
    ...{ taxId: 'Identificación fiscal', taxExempt: 'Exento de impuestos', industry: 'Sector' },
    ...{ manager: 'Responsable', email: 'Correo electrónico', phone: 'Teléfono', phones: 'Teléfonos' },
    ...{ additionalEmails: 'Otros correos electrónicos', website: 'Sitio web', addresses: 'Direcciones' },
    ...{ tags: 'Etiquetas', stores: 'Tiendas', organizations: 'Organizaciones' },
    ...{ externalIds: 'Números en otros sistemas', gender: 'Género', dateOfBirth: 'Fecha de nacimiento' },
    ...{ anniversary: 'Aniversario de la primera visita', nationality: 'Nacionalidad' },
    ...{ idNumber: 'Número de documento', preferredLanguage: 'Idioma preferido' },
    ...{ gateCode: 'Código de acceso', status: 'Estado', accountType: 'Tipo de cuenta' },
    ...{ salesperson: 'Vendedor', notes: 'Notas', doNotServe: 'No atender', consent: 'Consentimiento' },
    ...{ activity: 'Compras', firstOrderAt: 'Primer pedido', lastOrderAt: 'Último pedido' },
    ...{ orders: 'Pedidos', visits: 'Visitas', revenue6m: 'Ingresos, 6 meses' },
    ...{ revenue4w: 'Ingresos, 4 semanas', revenue3m: 'Ingresos, 3 meses' },
    ...{ revenueTotal: 'Ingresos totales', reviews: 'Opiniones', snoozedUntil: 'Pospuesto hasta' },
    ...{ customerSince: 'Cliente desde', createdAt: 'Creación', updatedAt: 'Último cambio' },
    ...{ registeredAt: 'Registro', lastLoginAt: 'Último acceso', lastActivityAt: 'Última actividad' },
    ...{
      lastPasswordResetAt: 'Último cambio de contraseña',
      inactivatedAt: 'Inactivo desde',
      photoUrl: 'Foto',
    },
  },
  parts: {
    ...{
      onAccount: 'Paga a cuenta',
      onHold: 'Cuenta bloqueada',
      requirePurchaseOrder: 'Exige número de pedido',
    },
    ...{ discountPercent: 'Descuento en pedidos', noMinimumOrder: 'Sin pedido mínimo' },
    ...{ noDeliveryCharge: 'Sin gastos de envío', paymentTerms: 'Condiciones de pago' },
    ...{ creditLimit: 'Límite de crédito', invoiceNotes: 'Notas en las facturas' },
    invoiceEmails: 'Las facturas van también a',
  },
  channels: { email: 'Correo electrónico', sms: 'Mensajes de texto', call: 'Llamadas' },
  consentStates: { in: 'Acepta', out: 'Rechaza', unknown: 'Sin preguntar' },
  phoneKinds: {
    ...{ mobile: 'Móvil', personal: 'Personal', work: 'Trabajo', home: 'Casa', fax: 'Fax', other: 'Otro' },
  },
  accountTypes: { guest: 'Invitado', registered: 'Registrado' },
  statuses: { active: 'Activo', inactive: 'Inactivo' },
  types: { personal: 'Persona', business: '[[Word|Empresa]]' },
  genders: { female: 'Mujer', male: 'Hombre', nonBinary: 'No binario' },
  activityStates: {
    ...{
      new: 'Nuevo comprador',
      active: 'Activo',
      atRisk: 'En riesgo',
      lost: 'Perdido',
      none: 'Sin pedidos',
    },
  },
  extension: 'ext. {{extension}}',
  own: {
    ...{ yes: 'Sí', no: 'No', address: 'Dirección principal', positive: 'Opiniones positivas' },
    ...{ negative: 'Opiniones negativas', giftCardNumber: 'Número de tarjeta regalo' },
    ...{ points: 'Puntos de fidelidad', version: 'Versión' },
  },
}

export const plainWords = { en, es } as const
export type Language = keyof typeof plainWords
export const languages = Object.keys(plainWords) as readonly Language[]
