// Words that files have for the few things that an order or a review can be.

const simple = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[._\s/-]+/g, ' ')
    .trim()

const table = (words: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([value, all]) =>
      [simple(value), ...all.split('|')].map((word) => [word, value] as const),
    ),
  )

const tables = {
  kind: table({
    sale: 'venta|verkauf|vente',
    order: 'pedido|bestellung|commande',
    subscription: 'suscripcion|abo',
  }),
  channel: table({
    pos: 'in store|store|shop|counter|register|till|point of sale|tienda|kasse|magasin',
    web: 'online|website|online store|ecommerce|app|internet',
    phone: 'telephone|call|telefono|telefon',
    catering: 'event|events',
    other: 'otro|andere|autre',
  }),
  status: table({
    draft: 'borrador|entwurf|brouillon|quote',
    open: 'pending|new|unpaid|on hold|awaiting payment|abierto|pendiente|offen|en attente',
    confirmed: 'processing|accepted|approved|in process|authorized|confirmado|bestatigt|confirme',
    fulfilled: 'shipped|delivered|sent|enviado|entregado|versendet|geliefert|expedie|livre',
    completed:
      'complete|paid|closed|done|success|succeeded|settled|completado|pagado|abgeschlossen|bezahlt|termine|paye',
    cancelled: 'canceled|void|voided|failed|rejected|expired|cancelado|anulado|storniert|annule',
    refunded: 'returned|chargeback|reembolsado|devuelto|erstattet|rembourse',
  }),
  method: table({
    cash: 'efectivo|bar|bargeld|especes|contant',
    card: 'credit card|debit card|credit|debit|visa|mastercard|amex|american express|creditcard|tarjeta|karte|kreditkarte|carte',
    account: 'on account|house account|invoice|cuenta|rechnung|facture',
    giftCard: 'gift card|giftcard|voucher|gift certificate|tarjeta regalo|gutschein|carte cadeau',
    points: 'loyalty|loyalty points|puntos|punkte',
    other: 'otro|andere|autre|check|cheque|bank transfer|transfer|paypal',
  }),
  sentiment: table({
    positive:
      'good|happy|thumbs up|up|like|liked|promoter|👍|positivo|positiva|bueno|buena|positiv|gut|positif|bon|bonne',
    neutral: 'passive|mixed|ok|neutro|neutra|regular|mittel|neutre|moyen',
    negative:
      'bad|unhappy|thumbs down|down|dislike|disliked|detractor|👎|negativo|negativa|malo|mala|negativ|schlecht|negatif|mauvais|mauvaise',
  }),
} as const

/** Null when it is none of them. */
export const readWord = (of: keyof typeof tables, text: string): string | null =>
  tables[of].get(simple(text)) ?? null

/** What it can be. */
export const wordsOf = (of: keyof typeof tables): readonly string[] => [...new Set(tables[of].values())]
