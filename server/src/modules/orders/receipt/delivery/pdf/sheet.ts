// The sheet that is written on, and going on to the next.

export const MARGIN = 54
export const GAP = 12
export const INK = '#1a1a1a'
export const MUTED = '#5f6368'
export const RULE = '#d5d8dc'
const FOOTER = 24

export type Sheet = {
  readonly doc: PDFKit.PDFDocument
  readonly left: number
  readonly width: number
  readonly bottom: number
  readonly write: (text: string) => string
}

export const sheetOf = (doc: PDFKit.PDFDocument, write: Sheet['write']): Sheet => ({
  doc,
  left: MARGIN,
  width: doc.page.width - 2 * MARGIN,
  bottom: doc.page.height - MARGIN - FOOTER,
  write,
})

export const fits = ({ doc, bottom }: Sheet, height: number): boolean => doc.y + height <= bottom

export function nextPage({ doc }: Sheet): void {
  doc.addPage()
  doc.y = MARGIN
}

export function makeRoom(sheet: Sheet, height: number): void {
  if (!fits(sheet, height)) nextPage(sheet)
}
