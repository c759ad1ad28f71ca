// The receipt as a file: its bytes and its name.
import type { Ctx } from '../../../../http/context.ts'
import { readReceipt } from '../receipt.queries.ts'
import { viewOf } from './view.rules.ts'

export type Paper = { readonly name: string; readonly content: Buffer }

/** The library and the typeface are loaded when somebody asks for a paper, not with the server. */
export async function getReceiptPaper(ctx: Ctx, orderId: string): Promise<Paper> {
  const found = await ctx.db.read(ctx.scope.merchantId, (reader) => readReceipt(reader, ctx, orderId))
  const view = viewOf(found, ctx.merchant)
  const { receiptPdf } = await import('./pdf/receipt-pdf.ts')
  return { name: paperName(view.title), content: await receiptPdf(view) }
}

/** `Receipt 10042.pdf`, without what file systems refuse. */
export const paperName = (title: string): string =>
  `${title
    .replace(/[\\/:*?"<>|\p{C}]+/gu, '-')
    .slice(0, 120)
    .trim()}.pdf`

/** RFC 6266: plain ASCII for old programs, RFC 5987's form for all others. */
export function inlineAs(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`
}
