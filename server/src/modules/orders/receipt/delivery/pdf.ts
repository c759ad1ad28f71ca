/**
 * A receipt on paper. The same receipt gives the same bytes: its date in the file is that of the order. The library and the
 * typeface (Noto Sans: Latin, Greek, Cyrillic) are loaded with this file, which whoever needs a paper imports then.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { ReceiptView } from './view.rules.ts'
import { filled } from './words.ts'

const fonts = join(import.meta.dirname, 'fonts')
const regular = readFileSync(join(fonts, 'noto-sans-regular.ttf'))
const bold = readFileSync(join(fonts, 'noto-sans-bold.ttf'))

const MARGIN = 54
const INK = '#1a1a1a'
const MUTED = '#5f6368'
const RULE = '#d5d8dc'
const GAP = 12
const FOOTER = 24

type Doc = PDFKit.PDFDocument
type Column = { readonly at: number; readonly width: number; readonly align: 'left' | 'right' }
type Cell = { readonly text: string; readonly details?: readonly string[]; readonly isStrong?: boolean }
type Paper = {
  readonly doc: Doc
  readonly view: ReceiptView
  readonly left: number
  readonly width: number
  readonly bottom: number
  readonly write: (text: string) => string
}

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
  doc.registerFont('regular', regular as unknown as string).registerFont('bold', bold as unknown as string)
  const lacking = { is: false }
  const paper: Paper = {
    doc,
    view,
    left: MARGIN,
    width: doc.page.width - 2 * MARGIN,
    bottom: doc.page.height - MARGIN - FOOTER,
    write: writerOf(doc, lacking),
  }
  head(paper)
  items(paper)
  summary(paper)
  taxes(paper)
  payments(paper)
  refunds(paper)
  footers(paper, lacking.is)
  doc.end()
  return bytes
}

/** What the typeface lacks is shown as lacking, never left out. */
function writerOf(doc: Doc, lacking: { is: boolean }): (text: string) => string {
  doc.font('regular')
  // Its types do not tell of the font that it has open; there is no other way to ask what it can write.
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  return (text) =>
    Array.from(text, (character) => {
      if (font.hasGlyphForCodePoint(character.codePointAt(0) as number)) return character
      if (/[\p{M}\p{Cf}]/u.test(character)) return ''
      lacking.is = true
      return '\ufffd'
    }).join('')
}

function head({ doc, view, left, width, write }: Paper): void {
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

/** Columns from the right as wide as given; the first takes the rest. */
function columnsOf({ left, width }: Paper, widths: readonly number[]): Column[] {
  const first = width - widths.reduce((sum, one) => sum + one + GAP, 0)
  const columns: Column[] = [{ at: left, width: first, align: 'left' }]
  let at = left + first + GAP
  for (const one of widths) {
    columns.push({ at, width: one, align: 'right' })
    at += one + GAP
  }
  return columns
}

/** A table that goes on over pages; its head stands on each of them. */
function table(paper: Paper, widths: readonly number[], titles: readonly string[], rows: readonly Cell[][]) {
  if (rows.length === 0) return
  const columns = columnsOf(paper, widths)
  const title = () => {
    row(
      paper,
      columns,
      titles.map((text) => ({ text, isStrong: true })),
      MUTED,
    )
  }
  makeRoom(paper, 60)
  title()
  for (const cells of rows) {
    if (!fits(paper, heightOf(paper, columns, cells))) {
      nextPage(paper)
      title()
    }
    row(paper, columns, cells, INK)
  }
  paper.doc.y += 14
}

const PADDING = 5

function row(
  { doc, left, width, write }: Paper,
  columns: readonly Column[],
  cells: readonly Cell[],
  ink: string,
) {
  const top = doc.y + PADDING
  let end = top
  columns.forEach(({ at, width: room, align }, n) => {
    const { text, details = [], isStrong = false } = cells[n] ?? { text: '' }
    doc
      .font(isStrong ? 'bold' : 'regular')
      .fontSize(9.5)
      .fillColor(ink)
    doc.text(write(text), at, top, { width: room, align })
    doc.font('regular').fontSize(8.5).fillColor(MUTED)
    for (const detail of details) doc.text(write(detail), at, doc.y, { width: room, align })
    end = Math.max(end, doc.y)
  })
  doc.y = end + PADDING
  doc
    .moveTo(left, doc.y)
    .lineTo(left + width, doc.y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke()
}

function heightOf({ doc, write }: Paper, columns: readonly Column[], cells: readonly Cell[]): number {
  const heights = columns.map(({ width }, n) => {
    const { text, details = [] } = cells[n] ?? { text: '' }
    const own = doc.font('regular').fontSize(9.5).heightOfString(write(text), { width })
    doc.fontSize(8.5)
    return details.reduce((sum, detail) => sum + doc.heightOfString(write(detail), { width }), own)
  })
  return Math.max(...heights) + 2 * PADDING
}

const fits = ({ doc, bottom }: Paper, height: number) => doc.y + height <= bottom

function nextPage({ doc }: Paper): void {
  doc.addPage()
  doc.y = MARGIN
}

function makeRoom(paper: Paper, height: number): void {
  if (!fits(paper, height)) nextPage(paper)
}

function items(paper: Paper): void {
  const { words, items } = paper.view
  table(
    paper,
    [50, 85, 85],
    [words.item, words.quantity, words.unit, words.amount],
    items.map(({ name, details, quantity, unit, amount }) => [
      { text: name, details },
      { text: quantity },
      { text: unit },
      { text: amount },
    ]),
  )
}

/** At the right, under the amounts, and never torn apart. */
function summary(paper: Paper): void {
  const { doc, view, left, width, write } = paper
  const room = Math.min(260, width)
  const at = left + width - room
  makeRoom(paper, view.summary.length * 18 + 10)
  for (const { label, value, isStrong } of view.summary) {
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

function section(paper: Paper, title: string): void {
  makeRoom(paper, 56)
  paper.doc.font('bold').fontSize(10.5).fillColor(INK)
  paper.doc.text(paper.write(title), paper.left, paper.doc.y, { width: paper.width })
  paper.doc.y += 2
}

function taxes(paper: Paper): void {
  const { words, taxes } = paper.view
  if (taxes.length === 0) return
  section(paper, words.taxes)
  table(
    paper,
    [60, 85, 85],
    [words.unnamedTax, words.rate, words.taxable, words.amount],
    taxes.map(({ name, rate, taxable, amount }) => [
      { text: name },
      { text: rate },
      { text: taxable },
      { text: amount },
    ]),
  )
}

function payments(paper: Paper): void {
  const { words, payments } = paper.view
  if (payments.length === 0) return
  section(paper, words.payments)
  plain(
    paper,
    payments.map(({ label, details, value }) => [{ text: label, details }, { text: value }]),
  )
}

function refunds(paper: Paper): void {
  const { words, refunds } = paper.view
  if (refunds.length === 0) return
  section(paper, words.refunds)
  plain(
    paper,
    refunds.map(({ label, value }) => [{ text: label }, { text: value }]),
  )
}

/** Rows of a label and an amount. */
function plain(paper: Paper, rows: readonly Cell[][]): void {
  const columns = columnsOf(paper, [120])
  for (const cells of rows) {
    makeRoom(paper, heightOf(paper, columns, cells))
    row(paper, columns, cells, INK)
  }
  paper.doc.y += 14
}

function footers({ doc, view, left, width, write }: Paper, isLacking: boolean): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const top = doc.page.height - MARGIN - 10
    const number = filled(view.words.page, { page: String(page + 1), pages: String(count) })
    doc.font('regular').fontSize(8).fillColor(MUTED)
    if (isLacking) doc.text(write(view.words.lacking), left, top - 12, { width, lineBreak: false })
    const title = `${write(view.business)} · ${write(view.title)}`
    doc.text(title, left, top, { width: width - 100, height: 10, ellipsis: true })
    doc.text(number, left + width - 100, top, { width: 100, align: 'right', lineBreak: false })
  }
}
