// Whether headers are those of orders, of their lines or of reviews. Many lists of customers have an id, a date and an amount too.
import { matchHeader } from '../mapping/header-match.rules.ts'
import { headerWords } from '../mapping/header-words.rules.ts'
import { pathOfHeader, type RowKind } from './paths.ts'

export function kindOfHeaders(headers: readonly string[]): 'customers' | RowKind {
  if (areReviews(headers)) return 'reviews'
  if (areLines(headers)) return 'order-lines'
  return areOrders(headers) ? 'orders' : 'customers'
}

const pathsIn = (headers: readonly string[], kind: RowKind) =>
  new Set(headers.map((header) => pathOfHeader(kind, header)))

/** Lines name their order and a product, and have no date of their own: with one they are orders and lines in one file. */
function areLines(headers: readonly string[]): boolean {
  const paths = pathsIn(headers, 'order-lines')
  const isOfProducts = paths.has('items.sku') || paths.has('items.name')
  const isOfAmounts = paths.has('items.quantity') || paths.has('items.unitPrice')
  const hasDate = pathsIn(headers, 'orders').has('placedAt')
  return paths.has('order.externalId') && isOfProducts && isOfAmounts && !hasDate
}

/** A score or what somebody felt, with the words they left or the day; one who scores nothing has no list of customers. */
function areReviews(headers: readonly string[]): boolean {
  const paths = pathsIn(headers, 'reviews')
  const says = paths.has('score') || paths.has('sentiment')
  return (
    says && (paths.has('text') || paths.has('at')) && headers.some(isOfReviews) && !headers.some(isOfRecords)
  )
}

const REVIEWS =
  /(?:^| )(?:review|rating|score|stars?|feedback|sentiment|resena|puntuacion|valoracion|bewertung|sterne|avis|recensione|avaliacao)/
const isOfReviews = (header: string) => REVIEWS.test(headerWords(header))
/** What a list of customers has, and a list of what they said has not. */
const isOfRecords = (header: string) =>
  /^(?:~company|firstName|lastName|businessName|dateOfBirth|address(?:es)?\.)/.test(
    matchHeader(header)?.path ?? '',
  )

function areOrders(headers: readonly string[]): boolean {
  const paths = pathsIn(headers, 'orders')
  const hasAmounts = [...paths].some((path) => path !== null && AMOUNTS.test(path))
  const isWhole = (paths.has('externalId') || paths.has('number')) && paths.has('placedAt') && hasAmounts
  return isWhole && (headers.some(isSaid) || !headers.some(isOfPeople))
}

const AMOUNTS = /^(?:totals\.|payments\.amount|items\.|shippingAmount|tipAmount)/
const TELLING = /^(?:externalId|number|receiptNumber|placedAt|items\.\w+|payments\.\w+|totals\.\w+)$/
const WORDS =
  /(?:^| )(?:order|invoice|payment|transaction|sale|lineitem|receipt|ticket|pedido|factura|recibo|bestell|beleg|commande)/

/** The header itself speaks of orders, invoices or payments. */
const isSaid = (header: string) =>
  TELLING.test(pathOfHeader('orders', header) ?? '') && WORDS.test(headerWords(header))

const isOfPeople = (header: string) =>
  /^(?:~name|~company|fullName|firstName|lastName|businessName|dateOfBirth|address(?:es)?\.)/.test(
    matchHeader(header)?.path ?? '',
  )
