import { useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../../ui/page.tsx'
import { problemText } from '../import-error.ts'
import type { CellProblem, Preview, PreviewRow } from '../imports.api.ts'
import classes from './preview.module.css'
import { outcomeOf, type PreviewColumn, pathColumns, placesOf, previewColumns } from './preview-cells.ts'
import { type PreviewTexts, usePreviewTexts } from './use-preview-texts.ts'

/** The first rows as what they would be; what cannot be read stands in the cell where it would be. */
export function PreviewPanel({ preview }: Readonly<{ preview: Preview }>) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const { rows, rowsOf } = preview
  const texts = usePreviewTexts(rowsOf)
  const isOfCustomers = rowsOf === 'customers'
  const placeOf = useMemo(
    () => placesOf(preview.columns, isOfCustomers ? undefined : (path) => path),
    [preview.columns, isOfCustomers],
  )
  const columns = useMemo(
    () => (isOfCustomers ? previewColumns(rows, placeOf) : pathColumns(preview.columns)),
    [isOfCustomers, preview.columns, rows, placeOf],
  )
  const { warned, rejected } = outcomeOf(rows)
  const said = [
    t('imports.preview.shown', { count: rows.length }),
    warned > 0
      ? t(isOfCustomers ? 'imports.preview.warned' : 'imports.preview.warnedOfOthers', { count: warned })
      : null,
    rejected > 0 ? t('imports.preview.rejected', { count: rejected }) : null,
  ]
  const table = { rows, columns, placeOf, texts }
  return (
    <Panel title={t('imports.preview.title')} description={said.filter((one) => one !== null).join(' ')}>
      {columns.length === 0 ? null : isPhone ? <PreviewCards {...table} /> : <PreviewTable {...table} />}
    </Panel>
  )
}

type TableProps = Readonly<{
  rows: readonly PreviewRow[]
  columns: readonly PreviewColumn[]
  placeOf: ReturnType<typeof placesOf>
  texts: PreviewTexts
}>

function PreviewTable({ rows, columns, placeOf, texts }: TableProps) {
  const { t } = useTranslation()
  const { columnText } = texts
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={classes.scroll} aria-label={t('imports.preview.table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {t('imports.preview.row')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnText(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} data-rejected={row.rejected !== null || undefined}>
              <th scope="row" className={classes.number}>
                {row.row}
              </th>
              {row.rejected === null ? (
                columns.map((column) => (
                  <td key={column}>
                    <Cell
                      row={row}
                      column={column}
                      problems={problemsAt(row, column, { columns, placeOf })}
                      texts={texts}
                    />
                  </td>
                ))
              ) : (
                <td colSpan={columns.length}>
                  <Rejected row={row} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PreviewCards({ rows, columns, placeOf, texts }: TableProps) {
  const { t } = useTranslation()
  const { columnText, cellText } = texts
  return (
    <ol className={classes.cards}>
      {rows.map((row) => (
        <li key={row.row} className={classes.card}>
          <span className={classes.cardRow}>{t('imports.preview.rowNumber', { row: row.row })}</span>
          {row.rejected !== null ? (
            <Rejected row={row} />
          ) : (
            <dl className={classes.facts}>
              {columns
                .map((column) => ({ column, problems: problemsAt(row, column, { columns, placeOf }) }))
                .filter(
                  ({ column, problems }) => problems.length > 0 || cellText(row.fields, column).length > 0,
                )
                .map(({ column, problems }) => (
                  <div key={column}>
                    <dt>{columnText(column)}</dt>
                    <dd>
                      <Cell row={row} column={column} problems={problems} texts={texts} />
                    </dd>
                  </div>
                ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What is about the whole row stands in the first column, the name of a customer. */
const problemsAt = (
  { problems }: PreviewRow,
  column: PreviewColumn,
  { columns, placeOf }: Pick<TableProps, 'columns' | 'placeOf'>,
) => problems.filter((problem) => (placeOf(problem) ?? columns[0]) === column)

type CellProps = Readonly<{
  row: PreviewRow
  column: PreviewColumn
  problems: readonly CellProblem[]
  texts: PreviewTexts
}>

function Cell({ row, column, problems, texts }: CellProps) {
  return (
    <>
      {texts.cellText(row.fields, column).map((line) => (
        <span key={line} className={classes.line} title={line}>
          {line}
        </span>
      ))}
      {problems.map((problem) => (
        <Problem key={`${problem.column}${problem.code}${problem.original}`} problem={problem} />
      ))}
    </>
  )
}

function Problem({ problem }: Readonly<{ problem: CellProblem }>) {
  const { t } = useTranslation()
  const text = problemText(t, problem)
  const original = problem.original.trim()
  return (
    <span className={classes.problem}>
      <IconAlertTriangle size={14} aria-hidden />
      <span>{original === '' ? text : t('imports.preview.problem', { original, text })}</span>
    </span>
  )
}

function Rejected({ row }: Readonly<{ row: PreviewRow }>) {
  const { t } = useTranslation()
  if (row.rejected === null) return null
  const cells = row.cells.filter((cell) => cell.trim() !== '').join(' · ')
  return (
    <span className={classes.rejected}>
      <strong>{t('imports.preview.isRejected', { reason: problemText(t, row.rejected) })}</strong>
      {cells !== '' && (
        <span className={classes.raw} title={cells}>
          {cells}
        </span>
      )}
    </span>
  )
}
