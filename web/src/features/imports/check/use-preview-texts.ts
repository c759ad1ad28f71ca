// The words of the preview: those of a record for customers, those of each field for what is no customer.
import type { ImportKind, PreviewRow } from '../imports.api.ts'
import type { PreviewColumn } from './preview-cells.ts'
import { useCellText, useColumnText } from './use-cell-text.ts'
import { useFieldText } from './use-fields.ts'
import { usePathText } from './use-path-text.ts'

export type PreviewTexts = Readonly<{
  columnText: (column: PreviewColumn) => string
  cellText: (fields: PreviewRow['fields'], column: PreviewColumn) => readonly string[]
}>

export function usePreviewTexts(kind: ImportKind): PreviewTexts {
  const customer = { columnText: useColumnText(), cellText: useCellText() }
  const other = { columnText: useFieldText(kind), cellText: usePathText(kind) }
  return kind === 'customers' ? customer : other
}
