// Address books: vCard 4.0 (RFC 6350), a card for each customer.

import type { Format } from './format.ts'
import { wireRows } from './json.ts'
import { type CardCustomer, cardFields, cardOf } from './vcard.rules.ts'

export const vcard: Format = {
  ending: 'vcf',
  contentType: 'text/vcard; charset=utf-8',
  write: async (source, _, sink) => {
    const read = (text: string) => cardOf(JSON.parse(text) as CardCustomer)
    for await (const cards of wireRows(source, cardFields, read))
      await sink.write(Buffer.from(cards.join('')))
  },
}
