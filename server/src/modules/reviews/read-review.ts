// From what a source sends to what is kept: checked, with defaults. Whom it names is looked up elsewhere.
import { localDay } from '../../kernel/dates.ts'
import type { FieldFault } from '../../kernel/problem.ts'
import { filled, instantOf, type KnownStore, storeOf } from '../orders/index.ts'
import { sentimentOf } from './reviews.rules.ts'
import type { ReviewInput } from './reviews.schemas.ts'
import type { ReviewDraft } from './reviews.shapes.ts'

export type ReviewKey = { readonly source: string; readonly externalId: string }
export type ReviewFacts = {
  readonly merchant: { readonly timeZone: string }
  /** By id and by code. */
  readonly stores: ReadonlyMap<string, KnownStore>
  /** The order that it is about. */
  readonly order: { readonly id: string; readonly storeId: string | null } | null
}

export function readReview(
  { source, externalId }: ReviewKey,
  input: ReviewInput,
  { merchant, stores, order }: ReviewFacts,
): ReviewDraft | { readonly faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string, message: string) => void faults.push({ path, code, message })
  const store = storeOf(input, stores, fault) ?? stores.get(order?.storeId ?? '') ?? null
  const at = instantOf(input.at, 'at', fault)
  const optionalInstant = (text: string | null | undefined, path: string) =>
    text == null ? null : instantOf(text, path, fault)
  const score = input.score == null ? null : Math.round(input.score * 10) / 10
  const sentiment = input.sentiment ?? (score === null ? null : sentimentOf(score))
  if (sentiment === null) fault('score', 'field.required', 'a score is needed, or a sentiment')
  const response = filled(input.response?.text)
  const respondedAt = optionalInstant(input.response?.at, 'response.at')
  const sourceUpdatedAt = optionalInstant(input.sourceUpdatedAt, 'sourceUpdatedAt')
  const texts = { text: input.text, author: input.author, 'response.text': input.response?.text }
  for (const [path, text] of Object.entries(texts))
    if (text != null && (text.includes('\0') || !text.isWellFormed()))
      fault(path, 'text.unstorable', 'holds U+0000 or half a character, which cannot be stored')
  if (faults.length > 0 || at === null || sentiment === null) return { faults }
  return {
    source,
    externalId,
    score,
    sentiment,
    text: filled(input.text),
    author: filled(input.author),
    response,
    respondedAt: response === null ? null : respondedAt,
    sourceUpdatedAt,
    storeId: store?.id ?? null,
    orderId: order?.id ?? null,
    at,
    localDay: localDay(at, store?.timeZone ?? merchant.timeZone),
  }
}
