import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../../api/queries.ts'
import { FormError } from '../../../ui/form-error.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { importErrorText } from '../import-error.ts'
import { type Preview, useCreateStores } from '../imports.api.ts'
import type { Made } from '../in-turn.ts'
import { hasFurtherStores, withMade, withMember, withStore } from './edits.ts'
import classes from './import-check.module.css'
import type { Check } from './use-check.ts'

type Props = Readonly<{ check: Check; preview: Preview }>

/** Stores that the file names and nobody knows: whoever may makes them, anybody can say which one is meant. */
export function StoresPanel({ check, preview }: Props) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const create = useCreateStores()
  const [made, setMade] = useState<readonly string[]>([])
  const body = useRef<HTMLDivElement>(null)
  const { mayMakeStores } = preview
  const { unknown, told } = storesOf(check, preview)
  // Also where an upload came with it, so that it can be taken back.
  const canBeMore = (mayMakeStores && hasFurtherStores(preview)) || check.edits.makeStores === true
  if (unknown.length + told.length + made.length === 0 && !canBeMore) return null
  const isPart = preview.total === null
  const make = (names: readonly string[]) =>
    create.mutate(names, {
      onSuccess: ({ made: now }) => {
        if (now.length === 0) return
        setMade((before) => [...before, ...now])
        check.setEdits((edits) => withMade(edits, now))
        // The button that was pressed goes with its row.
        body.current?.focus({ preventScroll: true })
      },
    })
  const row = { check, ...(mayMakeStores && { make, isMaking: create.isPending }) }
  return (
    <Panel
      title={t('imports.stores.title')}
      description={t(`imports.stores.${unknown.length > 0 ? 'text' : isPart ? 'noneOfFirst' : 'none'}`)}
      actions={
        mayMakeStores && unknown.length > 1 ? (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            loading={create.isPending}
            onClick={() => make(unknown.map(({ name }) => name))}
          >
            {t('imports.stores.makeAll', { count: unknown.length })}
          </Button>
        ) : undefined
      }
    >
      <div ref={body} tabIndex={-1} style={{ outline: 'none' }}>
        <FormError message={refusedText(t, create.data?.refused ?? null)} />
        <span role="status">
          {made.length > 0 &&
            t('imports.stores.made', { names: new Intl.ListFormat(locale).format(made), count: made.length })}
        </span>
        <ul className={classes.columns}>
          {unknown.map(({ name, rows }) => (
            <StoreRow key={name} name={name} rows={rows} isPart={isPart} {...row} />
          ))}
          {told.map((name) => (
            <StoreRow key={name} name={name} rows={null} isPart={false} check={check} />
          ))}
        </ul>
        {canBeMore && <Further check={check} isPart={isPart} />}
      </div>
    </Panel>
  )
}

const refusedText = (t: TFunction, refused: Made['refused']) =>
  refused && t('imports.stores.refused', { name: refused.name, why: importErrorText(t, refused.error) })

type Unknown = Readonly<{ name: string; rows: number | null }>

/** Those that nobody knows, with those of which a run before was told that they stay so; and those that somebody said. */
function storesOf({ edits: { stores = {} } }: Check, { unknownStores }: Preview) {
  const said = Object.keys(stores)
  const left = said.filter((name) => stores[name] === null)
  const unknown: readonly Unknown[] = [
    ...unknownStores.filter(({ name }) => !said.includes(name)),
    ...left.map((name) => ({ name, rows: null })),
  ]
  return { unknown, told: said.filter((name) => stores[name] !== null) }
}

type RowProps = Readonly<{
  name: string
  /** Null of one of which something was said already. */
  rows: number | null
  isPart: boolean
  check: Check
  make?: (names: readonly string[]) => void
  isMaking?: boolean
}>

function StoreRow({ name, rows, isPart, check: { edits, setEdits }, make, isMaking }: RowProps) {
  const { t } = useTranslation()
  const stores = useQuery(storesQuery).data ?? []
  return (
    <li className={classes.store}>
      <div className={classes.header}>
        <span className={classes.headerName}>{name}</span>
        {rows !== null && (
          <span className={classes.filled}>
            {t(isPart ? 'imports.stores.rowsOfFirst' : 'imports.stores.rows', { count: rows })}
          </span>
        )}
      </div>
      <div className={classes.target}>
        <SearchSelect
          aria-label={t('imports.stores.means', { name })}
          placeholder={t('imports.stores.without')}
          data={stores.map((store) => ({ value: store.id, label: store.name }))}
          value={edits.stores?.[name] ?? null}
          clearable
          onChange={(store) => setEdits(withStore(edits, name, store))}
        />
        {make !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            loading={isMaking}
            aria-label={t('imports.stores.makeNamed', { name })}
            onClick={() => make([name])}
          >
            {t('imports.stores.make')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Mostly of a file so long that only its first rows were looked at. */
function Further({ check: { edits, setEdits }, isPart }: Readonly<{ check: Check; isPart: boolean }>) {
  const { t } = useTranslation()
  return (
    <Checkbox
      mt="sm"
      label={t(isPart ? 'imports.stores.further' : 'imports.stores.atStart')}
      checked={edits.makeStores ?? false}
      onChange={({ currentTarget: { checked } }) =>
        setEdits(withMember(edits, { makeStores: checked || undefined }))
      }
    />
  )
}
