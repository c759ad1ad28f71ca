import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { useCan } from '../../../api/session.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { Panel } from '../../../ui/page.tsx'
import { type Mapping, type Preview, useCreateAttribute } from '../imports.api.ts'
import { ColumnRow } from './column-row.tsx'
import { withColumn } from './edits.ts'
import classes from './import-check.module.css'
import { NobodysNote } from './nobodys-note.tsx'
import { allTargets } from './targets.ts'
import type { Check } from './use-check.ts'
import { useFields, useFieldText } from './use-fields.ts'

type Props = Readonly<{ check: Check; preview: Preview }>

const atFirst = 80

/** The columns of the file by their own headers, and the field that each goes to. */
export function ColumnsPanel({ check, preview }: Props) {
  const { t } = useTranslation()
  const [isWhole, setIsWhole] = useState(false)
  const { choices, textOf } = useChoices(preview)
  const { choose, keep, keeping } = useColumnActions(check, preview)
  if (preview.kind === 'vcard') return <CardsPanel preview={preview} />
  const wanted = check.edits.columns
  const shown = isWhole ? preview.columns : preview.columns.slice(0, atFirst)
  return (
    <Panel title={t('imports.columns.title')} description={<Unread preview={preview} />}>
      <NobodysNote preview={preview} />
      <div className={classes.columnHead} aria-hidden>
        <span>{t('imports.columns.inFile')}</span>
        <span>{t('imports.columns.samples')}</span>
        <span>{t('imports.columns.target')}</span>
      </div>
      <ul className={classes.columns}>
        {shown
          .map((column) => ({ column, path: pathOf(column, wanted) }))
          .map(({ column, path }) => (
            <ColumnRow
              key={column.header}
              column={column}
              path={path}
              text={path === null ? t('imports.columns.notRead') : textOf(path)}
              choices={choices}
              isPart={preview.total === null}
              isKeeping={keeping === column.header}
              onChoose={choose}
              onKeep={keep}
            />
          ))}
      </ul>
      {shown.length < preview.columns.length && (
        <Button variant="default" mt="sm" onClick={() => setIsWhole(true)}>
          {t('imports.columns.showAll', { count: preview.columns.length })}
        </Button>
      )}
    </Panel>
  )
}

function useChoices({ columns, rowsOf }: Preview) {
  const { t } = useTranslation()
  const fields = useFields(rowsOf)
  const textOf = useFieldText(rowsOf)
  const attributes = useQuery(customAttributesQuery).data
  const used = columns.map(({ path }) => path).join('\n')
  return useMemo(() => {
    const own = rowsOf === 'customers' ? (attributes ?? []) : []
    const targets = allTargets(
      fields,
      own.map(({ key }) => key),
      used.split('\n').map((path) => path || null),
    )
    return {
      choices: targets.map(({ group, paths }) => ({
        group: t(`imports.groups.${group}` as 'imports.groups.name'),
        items: paths.map((value) => ({ value, label: textOf(value) })),
      })),
      textOf,
    }
  }, [t, fields, textOf, rowsOf, attributes, used])
}

/** What was just decided stands there before the server has said what comes of it. */
const pathOf = ({ header, path }: Preview['columns'][number], wanted: Mapping['columns']) =>
  wanted === undefined ? path : (wanted[header] ?? null)

/** The same functions for as long as the page is there: a row of eighty is drawn anew only when it changes. */
function useColumnActions({ edits, setEdits }: Check, preview: Preview) {
  // Only customers have fields of one's own.
  const mayKeep = useCan()('attributes.write') && preview.rowsOf === 'customers'
  const create = useCreateAttribute()
  const [keeping, setKeeping] = useState<string | null>(null)
  const now = useRef({ edits, preview, create })
  now.current = { edits, preview, create }
  const choose = useCallback(
    (header: string, path: string | null) => {
      const next = withColumn(now.current.edits, now.current.preview, header, path)
      // Two changes may come before the first is drawn.
      now.current = { ...now.current, edits: next }
      setEdits(next)
    },
    [setEdits],
  )
  const keep = useCallback(
    (header: string) => {
      setKeeping(header)
      now.current.create.mutate(header, {
        onSuccess: ({ key }) => choose(header, `attributes.${key}`),
        onError: notifyError,
        onSettled: () => setKeeping(null),
      })
    },
    [choose],
  )
  return { choose, keep: mayKeep ? keep : null, keeping }
}

/** “Not read: Total Spent, Total Orders”. */
function Unread({ preview: { unreadColumns } }: Readonly<{ preview: Preview }>) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const filled = unreadColumns.filter((column) => column.filled > 0)
  if (filled.length === 0) return t('imports.columns.allRead')
  const headers = new Intl.ListFormat(locale, { type: 'unit' }).format(filled.map(({ header }) => header))
  return (
    <>
      <strong>{t('imports.columns.unread', { count: filled.length })}</strong> {headers}
    </>
  )
}

/** Cards say themselves what is what. */
function CardsPanel({ preview }: Readonly<{ preview: Preview }>) {
  const { t } = useTranslation()
  return (
    <Panel title={t('imports.columns.title')} description={t('imports.columns.cards')}>
      {preview.unreadColumns.length > 0 && <Unread preview={preview} />}
    </Panel>
  )
}
