// What a column of a file of orders or of their lines can be, what its cells hold, and what it is called in files.
import type { CellKind } from '../by-path/paths.ts'

export type OrderKind = 'orders' | 'order-lines'

/** Parts of which an order has several: a row that fills any of them adds one. */
export const lists = ['items', 'discounts', 'taxes', 'payments', 'refunds', 'shipments'] as const
export type ListName = (typeof lists)[number]

const itemCells = {
  ...{ sku: 100, name: 300, category: 200, quantity: 'decimal', unitPrice: 'decimal', unitAmount: 'amount' },
  ...{ discountRate: 'rate', discountAmount: 'amount', totalAmount: 'amount' },
} as const satisfies Record<string, CellKind>

const under = <T extends CellKind>(list: string, cells: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [`${list}.${name}`, cell]))

export const orderCells: Readonly<Record<string, CellKind>> = {
  ...{ externalId: 200, number: 100, receiptNumber: 100, kind: 'kind', channel: 'channel', status: 'status' },
  ...{ sourceUpdatedAt: 'instant', placedAt: 'instant', fulfilAt: 'instant', store: 'store' },
  ...under('customer', { id: 100, externalId: 200, number: 200, email: 254, phone: 100 }),
  ...under('organization', { id: 100, externalId: 200, number: 200 }),
  ...{ currency: 3, purchaseOrder: 100, note: 4000, staff: 200 },
  ...{ serviceChargeAmount: 'amount', shippingAmount: 'amount', tipAmount: 'amount' },
  ...under('items', itemCells),
  ...under('discounts', { name: 200, amount: 'amount' }),
  ...under('taxes', {
    name: 100,
    rate: 'rate',
    taxableAmount: 'amount',
    amount: 'amount',
    inclusive: 'yesNo',
  }),
  ...under('payments', { method: 'method', amount: 'amount', tendered: 'amount', brand: 40, last4: 4 }),
  ...under('payments', { tipAmount: 'amount', at: 'instant' }),
  ...under('refunds', { amount: 'amount', netAmount: 'amount', reason: 500, at: 'instant' }),
  ...under('shipments', { status: 60, carrier: 100, trackingNumber: 100, shippedAt: 'instant' }),
  ...under('recurrence', { rule: 500, nextAt: 'instant' }),
  ...under('totals', { gross: 'amount', discount: 'amount', net: 'amount', tax: 'amount', total: 'amount' }),
  ...under('totals', { serviceCharge: 'amount', shipping: 'amount', tip: 'amount' }),
}
export const lineCells: Readonly<Record<string, CellKind>> = {
  'order.externalId': 200,
  ...under('items', itemCells),
}
const items: Readonly<Record<string, string>> = {
  'items.sku':
    'sku|product id|item id|product code|item code|article number|lineitem sku|track id|variant sku|articulo|artikelnummer|referencia|codigo articulo',
  'items.name':
    'item|item name|product|product name|lineitem name|line item|description|article|producto|nombre producto|artikel|bezeichnung|produit|track',
  'items.category': 'category|item category|product category|categoria|kategorie|categorie',
  'items.quantity':
    'quantity|qty|order qty|item quantity|lineitem quantity|units|cantidad|menge|anzahl|quantite',
  'items.unitPrice':
    'unit price|price|item price|lineitem price|price each|precio|precio unitario|einzelpreis|preis|prix unitaire|prix',
  'items.discountRate':
    'discount|discount rate|discount percent|unit price discount|line discount|descuento|rabatt|remise',
  'items.discountAmount': 'line discount amount|item discount amount|lineitem discount',
  'items.totalAmount':
    'line total|item total|extended price|line amount|total linea|zeilensumme|montant ligne',
}
export const orderAliases: Readonly<Record<string, string>> = {
  externalId:
    'order id|orderid|id|order|sales order id|transaction id|invoice id|sale id|external id|id pedido|pedido id|bestell id|id commande|payment id',
  number:
    'order number|order no|order nr|number|no|order name|invoice number|pedido|numero pedido|bestellnummer|numero commande|commande',
  receiptNumber: 'receipt number|receipt no|receipt|ticket|ticket number|recibo|bon nummer|belegnummer',
  channel: 'channel|sales channel|canal|kanal',
  status: 'status|order status|state|estado|statut|bestellstatus',
  sourceUpdatedAt: 'updated at|modified date|last modified|modified at|modified',
  placedAt:
    'placed at|order date|date|created at|created|ordered at|invoice date|payment date|transaction date|sale date|date time|datetime|time|fecha|fecha pedido|bestelldatum|datum|date commande',
  fulfilAt: 'fulfil at|due date|required date|delivery date|fecha entrega|lieferdatum|date livraison',
  store:
    'store|store code|store id|store name|location|location name|shop|branch|tienda|sucursal|filiale|magasin',
  'customer.externalId': 'customer id|client id|cust id|customer|id cliente|kunden id|id client',
  'customer.number':
    'customer number|customer no|customer code|account number|numero cliente|kunden nummer|kundennummer|numero client',
  'customer.email': 'email|customer email|buyer email|email address|correo|correo electronico|courriel',
  'customer.phone': 'phone|customer phone|phone number|telephone|mobile|telefono|telefon',
  currency: 'currency|currency code|moneda|wahrung|devise',
  purchaseOrder: 'purchase order|po number|po|customer po',
  note: 'note|notes|comment|comments|order note|notas|bemerkung|notiz|remarque',
  staff: 'staff|employee|cashier|salesperson|server|vendedor|mitarbeiter|vendeur',
  serviceChargeAmount: 'service charge|service fee',
  shippingAmount:
    'shipping|freight|shipping amount|shipping cost|delivery fee|envio|versand|versandkosten|livraison',
  tipAmount: 'tip|tips|gratuity|propina|trinkgeld|pourboire',
  'totals.net': 'net|subtotal|sub total|net amount|net total|neto|netto|total ht',
  'totals.tax': 'tax|taxes|tax amount|tax amt|total tax|vat|impuestos|iva|mwst|tva',
  'totals.discount': 'discount amount|total discount|discounts',
  'totals.total':
    'total|amount|total amount|total due|grand total|order total|importe|importe total|gesamt|gesamtbetrag|summe|total ttc|montant',
  'payments.method': 'payment method|payment type|paid by|tender|forma pago|zahlungsart|mode paiement',
  'payments.amount': 'paid|amount paid|payment amount|pagado|bezahlt|paye',
  'refunds.amount': 'refund|refunded|refunded amount|refund amount|reembolso|erstattung|remboursement',
  ...items,
}

export const lineAliases: Readonly<Record<string, string>> = {
  'order.externalId':
    'order id|orderid|order|sales order id|transaction id|invoice id|sale id|order external id|id pedido|pedido id|bestell id|id commande|order number',
  ...items,
}
