// Tables on paper: figures at the right, lines as high as their texts, on as many pages as it takes.
import { fits, GAP, INK, MUTED, makeRoom, nextPage, RULE, type Sheet } from './sheet.ts'

export type Cell = {
  readonly text: string
  readonly details?: readonly string[]
  readonly isStrong?: boolean
}
type Column = { readonly at: number; readonly width: number; readonly align: 'left' | 'right' }

/** A table that goes on over pages; its head stands on each of them. */
export function table(
  sheet: Sheet,
  { widths, titles, rows }: { widths: readonly number[]; titles: readonly string[]; rows: readonly Cell[][] },
): void {
  if (rows.length === 0) return
  const columns = columnsOf(sheet, widths)
  const title = () => {
    row(
      sheet,
      columns,
      titles.map((text) => ({ text, isStrong: true })),
      MUTED,
    )
  }
  makeRoom(sheet, 60)
  title()
  lines(sheet, columns, rows, () => {
    nextPage(sheet)
    title()
  })
}

/** Rows of a label and an amount. */
export function plainTable(sheet: Sheet, rows: readonly Cell[][]): void {
  lines(sheet, columnsOf(sheet, [120]), rows, () => nextPage(sheet))
}

function lines(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  turn: () => void,
): void {
  for (const cells of rows) {
    const isRoom = fits(sheet, heightOf(sheet, columns, cells))
    row(sheet, columns, isRoom ? cells : overPages(sheet, columns, cells, turn), INK)
  }
  sheet.doc.y += 14
}

/** What no page holds is torn between its details, and goes on under the same name. Answers what the open page has room for. */
function overPages(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly Cell[],
  turn: () => void,
): readonly Cell[] {
  turn()
  if (fits(sheet, heightOf(sheet, columns, cells))) return cells
  const [here, beyond] = torn(sheet, columns, cells)
  if (beyond === null) return here
  row(sheet, columns, here, INK)
  return overPages(sheet, columns, beyond, turn)
}

function torn(
  sheet: Sheet,
  columns: readonly Column[],
  [first, ...figures]: readonly Cell[],
): readonly [readonly Cell[], readonly Cell[] | null] {
  const { text, details = [] } = first ?? { text: '' }
  let room = sheet.bottom - sheet.doc.y - heightOf(sheet, columns, [{ text }, ...figures])
  const [{ width }] = columns as [Column]
  const end = details.findIndex((detail) => {
    room -= detailHeight(sheet, detail, width)
    return room < 0
  })
  // One at least, so that it comes to an end.
  const here = end === -1 ? details : details.slice(0, Math.max(1, end))
  const beyond = details.slice(here.length)
  return [[{ text, details: here }, ...figures], beyond.length === 0 ? null : [{ text, details: beyond }]]
}

/** Columns from the right as wide as given; the first takes the rest. */
function columnsOf({ left, width }: Sheet, widths: readonly number[]): Column[] {
  const first = width - widths.reduce((sum, one) => sum + one + GAP, 0)
  const columns: Column[] = [{ at: left, width: first, align: 'left' }]
  let at = left + first + GAP
  for (const one of widths) {
    columns.push({ at, width: one, align: 'right' })
    at += one + GAP
  }
  return columns
}

const PADDING = 5

function row(
  { doc, left, width, write }: Sheet,
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

function heightOf(sheet: Sheet, columns: readonly Column[], cells: readonly Cell[]): number {
  const heights = columns.map(({ width }, n) => {
    const { text, details = [] } = cells[n] ?? { text: '' }
    const own = sheet.doc.font('regular').fontSize(9.5).heightOfString(sheet.write(text), { width })
    return details.reduce((sum, detail) => sum + detailHeight(sheet, detail, width), own)
  })
  return Math.max(...heights) + 2 * PADDING
}

const detailHeight = ({ doc, write }: Sheet, detail: string, width: number): number =>
  doc.font('regular').fontSize(8.5).heightOfString(write(detail), { width })
