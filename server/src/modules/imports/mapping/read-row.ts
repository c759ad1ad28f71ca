// Runs the columns of a plan over a row. Called once for every row of a file: what can be decided before is decided before.
import type { RawRow, RowFault } from '../read/table.ts'
import type { Mapping, MendedRow, ReadRow, RowRejection } from './canonical.ts'
import { readCountry } from './cells/country.rules.ts'
import { withoutGuard, withoutUnstorable } from './cells/text.rules.ts'
import { finishRow } from './row.rules.ts'
import { type ColumnReading, newDraft, type ReadingOptions, type RowDraft, warn } from './row-draft.ts'
import type { Setter } from './setter.ts'
import { filledCell, judgesPlaceholders, setterOf } from './setters.ts'
import { isGroupCard } from './vcard-row.ts'

type Column = {
  readonly at: number
  readonly reading: ColumnReading
  readonly set: Setter
  readonly asIs: boolean
}

export type RowPlan = {
  readonly asked: Mapping
  readonly options: ReadingOptions
  readonly width: number
  /** Whether the cells are values; a card is text of its own rules. */
  readonly filesCells: boolean
  mends(cells: readonly string[]): MendedRow | null
}

export function rowReader(
  readings: readonly (ColumnReading | null)[],
  plan: RowPlan,
): (row: RawRow) => ReadRow {
  const { options, asked } = plan
  const columns = readings.flatMap((reading, at) => compiled(reading, at, options))
  const constants = Object.entries(asked.constants ?? {}).flatMap(([path, value]) => {
    const order = asked.dateOrder ?? 'ymd'
    const reading = { header: path, parts: [], isMarked: false, path, order, mark: '.', options } as const
    return compiled(reading, -1, options).map((column) => ({ ...column, value }))
  })
  const nulls = new Set(asked.nulls ?? [])
  const country = readCountry(asked.constants?.['address.country'] ?? '')
  return (row) => {
    const rejected = rejectionOf(row.faults)
    if (rejected !== null) return { row: row.row, cells: row.cells, fields: NOBODY, warnings: [], rejected }
    const draft = newDraft()
    for (const column of columns) readCell(draft, row, column, nulls, options.own)
    for (const { reading, set, value } of constants) {
      const isPlace = reading.path.startsWith('address.') && !hasAddress(draft)
      if (value.trim() !== '' && !isPlace) set(draft, value.trim(), reading)
    }
    const ragged = plan.filesCells ? raggedness(draft, row, columns, plan.width) : null
    const done = finishRow(draft, options, country)
    const mends = plan.mends(row.cells)
    const reason = ragged ?? done.rejected ?? groupRejection(row, columns)
    return {
      row: row.row,
      cells: row.cells,
      fields: done.fields,
      warnings: draft.warnings,
      ...(reason !== null && { rejected: reason }),
      ...(mends !== null && { mends }),
    }
  }
}

const NOBODY: ReadRow['fields'] = { type: 'personal', typeGiven: false }

function compiled(reading: ColumnReading | null, at: number, options: ReadingOptions): Column[] {
  const set = reading === null ? null : setterOf(reading.path, options.own)
  return reading === null || set === null
    ? []
    : [
        {
          at,
          reading,
          set,
          asIs: options.own || judgesPlaceholders(reading.path) || reading.path === 'vcard',
        },
      ]
}

function readCell(
  draft: RowDraft,
  row: RawRow,
  { at, reading, set, asIs }: Column,
  nulls: ReadonlySet<string>,
  own: boolean,
): void {
  const original = row.cells[at]
  if (original === undefined || original === '') return
  const storable = withoutUnstorable(original)
  if (storable !== null)
    warn(draft, reading.header, original, {
      code: 'text.unstorable',
      message: 'held characters that cannot be stored; read without them',
    })
  const guarded = storable ?? original
  const bare = reading.isMarked ? guarded.replace(/^\s*'/, '') : withoutGuard(guarded)
  const text = own ? (bare.trim() === '' ? null : bare) : filledCell(bare, asIs, nulls)
  if (text !== null) set(draft, own ? text : text.trim(), reading)
}

const hasAddress = (draft: RowDraft) => draft.addresses.has('default')

const rejections: Readonly<Record<RowFault, RowRejection | null>> = {
  'row.field_too_long': { code: 'row.field_too_long', message: 'has a field of more than 1 MB' },
  'row.unclosed_quote': null,
  'vcard.unfinished': { code: 'vcard.unfinished', message: 'is a card that does not end' },
  'vcard.unreadable': { code: 'vcard.unreadable', message: 'is not a card that can be read' },
}

function rejectionOf(faults: readonly RowFault[] | undefined): RowRejection | null {
  for (const fault of faults ?? []) if (rejections[fault] !== null) return rejections[fault]
  return null
}

function groupRejection({ cells }: RawRow, columns: readonly Column[]): RowRejection | null {
  const card = columns.find(({ reading }) => reading.path === 'vcard')
  return card !== undefined && isGroupCard(cells[card.at] ?? '')
    ? { code: 'vcard.group', message: 'is a group of cards, not a person' }
    : null
}

/** Rows with too few or too many cells. Refused only where the cells can be seen to stand in the wrong columns. */
function raggedness(
  draft: RowDraft,
  row: RawRow,
  columns: readonly Column[],
  width: number,
): RowRejection | null {
  const { cells } = row
  const unclosed = row.faults?.includes('row.unclosed_quote') ?? false
  if (unclosed && cells.length !== width)
    return { code: 'row.unclosed_quote', message: 'opens a quote that is never closed' }
  if (unclosed)
    warn(draft, '', '', {
      code: 'row.unclosed_quote',
      message: 'opens a quote that is never closed; read as a letter',
    })
  if (cells.length < width)
    warn(draft, '', '', {
      code: 'row.short',
      message: `has ${cells.length} cells instead of ${width}; the missing ones are taken for empty`,
    })
  if (cells.length <= width) return null
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '')
  if (extra.length === 0) return null
  if (isShifted(cells, columns, cells.length - width))
    return {
      code: 'row.shifted',
      message: `has ${cells.length} cells instead of ${width}, so that they stand in the wrong columns`,
    }
  warn(draft, '', extra.join(' | '), {
    code: 'row.long',
    message: `has ${cells.length} cells instead of ${width}; the last are not read`,
  })
  return null
}

/** An address of mail that stands as many columns further on as there are cells too many. */
function isShifted(cells: readonly string[], columns: readonly Column[], by: number): boolean {
  return columns.some(({ at, reading }) => {
    const cell = cells[at]?.trim() ?? ''
    return (
      /email$/i.test(reading.path) &&
      !cell.includes('@') &&
      Array.from({ length: by }, (_, i) => cells[at + i + 1] ?? '').some((next) => /\S@\S/.test(next))
    )
  })
}
