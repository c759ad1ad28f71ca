// The mail that carries a receipt, for the worker.
import type { WriteLetter } from '../../communications/index.ts'
import { readMerchant } from '../../merchants/index.ts'
import { receiptHtml, receiptText } from './receipt.mail.rules.ts'
import { paperName } from './receipt.paper.ts'
import { readReceipt } from './receipt.queries.ts'

export const receiptLetter: WriteLetter = async (db, { merchantId, orderId }) => {
  const { view } = await db.read(merchantId, async (reader) =>
    readReceipt(
      reader,
      { scope: { merchantId, storeIds: null }, merchant: await readMerchant(reader, merchantId) },
      orderId as string,
    ),
  )
  const { receiptPdf } = await import('./receipt.pdf.ts')
  return {
    sender: view.business,
    text: receiptText(view),
    html: receiptHtml(view),
    attachments: [{ name: paperName(view.title), type: 'application/pdf', content: await receiptPdf(view) }],
  }
}
