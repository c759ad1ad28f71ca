// The mail that carries a receipt, for the worker.
import type { Reader } from '../../../../db/client.ts'
import type { Merchant } from '../../../../http/context.ts'
import type { WriteLetter } from '../../../communications/index.ts'
import { readReceipt } from '../receipt.queries.ts'
import { receiptHtml, receiptText } from './mail.rules.ts'
import { paperName } from './paper.ts'
import { viewOf } from './view.rules.ts'

type ReadMerchant = (reader: Reader, merchantId: string) => Promise<Merchant>

/** Settings use the figures of orders, so merchants are handed in. */
export const receiptLetter =
  (readMerchant: ReadMerchant): WriteLetter =>
  async (db, { merchantId, orderId, storeScope }) => {
    const view = await db.read(merchantId, async (reader) => {
      const merchant = await readMerchant(reader, merchantId)
      // The order may have come to another store meanwhile: it goes out all the same.
      const scope = { merchantId, storeIds: null }
      const sight = { merchantId, storeIds: storeScope }
      return viewOf(await readReceipt(reader, { scope, sight, merchant }, orderId as string), merchant)
    })
    const { receiptPdf } = await import('./pdf/receipt-pdf.ts')
    return {
      sender: view.business,
      text: receiptText(view),
      html: receiptHtml(view),
      attachments: [
        { name: paperName(view.title), type: 'application/pdf', content: await receiptPdf(view) },
      ],
    }
  }
