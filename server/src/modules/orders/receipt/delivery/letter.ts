// The mail that carries a receipt, for the worker.
import type { WriteLetter } from '../../../communications/index.ts'
import { readMerchant } from '../../../merchants/index.ts'
import { readReceipt } from './content.queries.ts'
import { receiptHtml, receiptText } from './mail.rules.ts'
import { paperName } from './paper.ts'

export const receiptLetter: WriteLetter = async (db, { merchantId, orderId }) => {
  const { view } = await db.read(merchantId, async (reader) =>
    readReceipt(
      reader,
      { scope: { merchantId, storeIds: null }, merchant: await readMerchant(reader, merchantId) },
      orderId as string,
    ),
  )
  const { receiptPdf } = await import('./pdf.ts')
  return {
    sender: view.business,
    text: receiptText(view),
    html: receiptHtml(view),
    attachments: [{ name: paperName(view.title), type: 'application/pdf', content: await receiptPdf(view) }],
  }
}
