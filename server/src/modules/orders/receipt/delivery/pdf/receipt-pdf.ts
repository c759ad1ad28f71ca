/**
 * A receipt on paper. The same receipt gives the same bytes: its date in the file is that of the order. The library and the
 * typeface are loaded with this file, which whoever needs a paper imports then.
 */
import PDFDocument from 'pdfkit'
import type { ReceiptView } from '../view.rules.ts'
import { filled } from '../words.ts'
import { GAP, INK, MARGIN, MUTED, makeRoom, type Sheet, sheetOf } from './sheet.ts'
import { plainTable, table } from './table.ts'
import { typefaceOf } from './typeface.ts'

export function receiptPdf(view: ReceiptView): Promise<Buffer> {
  const doc = new PDFDocument({
    size: view.place.paper,
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    bufferPages: true,
    lang: view.place.locale,
    displayTitle: true,
    info: {
      Title: view.title,
      Author: view.business,
      CreationDate: new Date(view.placedAt),
      Producer: 'Clientele',
      Creator: 'Clientele',
    },
  })
  const bytes = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  const { write, wasLacking } = typefaceOf(doc)
  const sheet = sheetOf(doc, write)
  head(sheet, view)
  items(sheet, view)
  summary(sheet, view)
  taxes(sheet, view)
  payments(sheet, view)
  refunds(sheet, view)
  footers(sheet, view, wasLacking() ? view.words.lacking : null)
  doc.end()
  return bytes
}

function head({ doc, left, width, write }: Sheet, view: ReceiptView): void {
  const half = width * 0.56
  doc.font('bold').fontSize(18).fillColor(INK).text(write(view.business), left, MARGIN, { width: half })
  doc.font('regular').fontSize(9).fillColor(MUTED)
  for (const line of view.storeLines) doc.text(write(line), { width: half })
  const under = doc.y
  const right = left + half + GAP
  const rest = width - half - GAP
  doc.font('bold').fontSize(14).fillColor(INK)
  doc.text(write(view.title), right, MARGIN + 4, { width: rest, align: 'right' })
  doc.moveDown(0.3)
  doc.font('regular').fontSize(9)
  for (const { label, value } of view.facts) {
    const top = doc.y
    doc.fillColor(MUTED).text(write(label), right, top, { width: 70 })
    doc.fillColor(INK).text(write(value), right + 70, top, { width: rest - 70, align: 'right' })
  }
  doc.y = Math.max(under, doc.y) + 20
  if (view.notice === null) return
  doc.font('bold').fontSize(10).fillColor(INK).text(write(view.notice), left, doc.y, { width })
  doc.y += 10
}

function items(sheet: Sheet, { words, items }: ReceiptView): void {
  table(sheet, {
    widths: [50, 85, 85],
    titles: [words.item, words.quantity, words.unit, words.amount],
    rows: items.map(({ name, details, quantity, unit, amount }) => [
      { text: name, details },
      { text: quantity },
      { text: unit },
      { text: amount },
    ]),
  })
}

/** At the right, under the amounts, and never torn apart. */
function summary(sheet: Sheet, { summary: lines }: ReceiptView): void {
  const { doc, left, width, write } = sheet
  const room = Math.min(260, width)
  const at = left + width - room
  makeRoom(sheet, lines.length * 18 + 10)
  for (const { label, value, isStrong } of lines) {
    const top = doc.y + 2
    if (isStrong)
      doc
        .moveTo(at, top)
        .lineTo(left + width, top)
        .lineWidth(0.75)
        .strokeColor(INK)
        .stroke()
    doc
      .font(isStrong ? 'bold' : 'regular')
      .fontSize(isStrong ? 11 : 9.5)
      .fillColor(INK)
    const y = top + (isStrong ? 4 : 1)
    doc.text(write(label), at, y, { width: room / 2, lineBreak: false })
    doc.text(write(value), at + room / 2, y, { width: room / 2, align: 'right' })
    doc.y += isStrong ? 4 : 0
  }
  doc.y += 18
}

function section(sheet: Sheet, title: string): void {
  const { doc, left, width, write } = sheet
  makeRoom(sheet, 56)
  doc.font('bold').fontSize(10.5).fillColor(INK)
  doc.text(write(title), left, doc.y, { width })
  doc.y += 2
}

function taxes(sheet: Sheet, { words, taxes }: ReceiptView): void {
  if (taxes.length === 0) return
  section(sheet, words.taxes)
  table(sheet, {
    widths: [60, 85, 85],
    titles: [words.unnamedTax, words.rate, words.taxable, words.amount],
    rows: taxes.map(({ name, rate, taxable, amount }) => [
      { text: name },
      { text: rate },
      { text: taxable },
      { text: amount },
    ]),
  })
}

function payments(sheet: Sheet, { words, payments }: ReceiptView): void {
  if (payments.length === 0) return
  section(sheet, words.payments)
  plainTable(
    sheet,
    payments.map(({ label, details, value }) => [{ text: label, details }, { text: value }]),
  )
}

function refunds(sheet: Sheet, { words, refunds }: ReceiptView): void {
  if (refunds.length === 0) return
  section(sheet, words.refunds)
  plainTable(
    sheet,
    refunds.map(({ label, value }) => [{ text: label }, { text: value }]),
  )
}

function footers({ doc, left, width, write }: Sheet, view: ReceiptView, notice: string | null): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const top = doc.page.height - MARGIN - 10
    const number = filled(view.words.page, { page: String(page + 1), pages: String(count) })
    doc.font('regular').fontSize(8).fillColor(MUTED)
    if (notice !== null) doc.text(write(notice), left, top - 12, { width, lineBreak: false })
    const title = `${write(view.business)} · ${write(view.title)}`
    doc.text(title, left, top, { width: width - 100, height: 10, ellipsis: true })
    doc.text(number, left + width - 100, top, { width: 100, align: 'right', lineBreak: false })
  }
}
