import { Select, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery, tagsQuery } from '../../../api/queries.ts'
import { SearchSelect } from '../../../ui/search-select.tsx'
import type { ImportKind } from '../imports.api.ts'
import { withConstant, withMember } from './edits.ts'
import classes from './import-check.module.css'
import type { Check } from './use-check.ts'
import { useFields, useFieldText } from './use-fields.ts'
import { choiceText } from './use-path-text.ts'

/** Whom or what a row means, for whoever asks before they start. */
export function Matching({ kind }: Readonly<{ kind: ImportKind }>) {
  const { t } = useTranslation()
  const texts =
    kind === 'customers'
      ? (['identity', 'company', 'overwrite', 'others'] as const).map((part) => t(`imports.matching.${part}`))
      : t(`imports.rowsMean.${kind}`).split('\n')
  return (
    <details className={classes.more}>
      <summary>{t(kind === 'customers' ? 'imports.matching.title' : 'imports.rowsMean.title')}</summary>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </details>
  )
}

/** What every row of the file gets besides, and which words in it mean nothing. */
export function EveryRow({ check, kind }: Readonly<{ check: Check; kind: ImportKind }>) {
  const { t } = useTranslation()
  const name = kind === 'customers' || kind === 'orders' ? kind : 'others'
  return (
    <details className={classes.more}>
      <summary>{t(`imports.everyRow.titles.${name}`)}</summary>
      <div className={classes.fields}>
        {kind === 'customers' && <EveryCustomer check={check} />}
        {kind === 'orders' && <EveryOrder check={check} />}
        <TagsInput
          label={t('imports.everyRow.nulls')}
          description={t('imports.everyRow.nullsHelp')}
          value={check.edits.nulls ?? []}
          maxTags={100}
          onChange={(nulls) => check.setEdits(withMember(check.edits, { nulls }))}
        />
      </div>
    </details>
  )
}

const useOpenStores = () =>
  (useQuery(storesQuery).data ?? []).filter(({ closedOn }) => closedOn === null).map(({ name }) => name)

/** Where the file says nothing of it. */
function EveryOrder({ check: { edits, setEdits } }: Readonly<{ check: Check }>) {
  const { t } = useTranslation()
  const stores = useOpenStores()
  const text = useFieldText('orders')
  const choices = useFields('orders').filter(({ path, cell }) => cell === 'choice' && !path.includes('.'))
  const constants = edits.constants ?? {}
  const set = (path: string, value: string | null) => setEdits(withConstant(edits, path, value ?? ''))
  return (
    <>
      {stores.length > 0 && (
        <SearchSelect
          label={t('imports.everyRow.orderStore')}
          data={stores}
          value={constants.store ?? null}
          clearable
          onChange={(name) => set('store', name)}
        />
      )}
      {choices.map(({ path, values }) => (
        <Select
          key={path}
          label={text(path)}
          placeholder={t('imports.everyRow.typeFound')}
          data={values.map((value) => ({ value, label: choiceText(t, path, value) }))}
          value={constants[path] ?? null}
          clearable
          onChange={(value) => set(path, value)}
        />
      ))}
    </>
  )
}

function EveryCustomer({ check: { edits, setEdits } }: Readonly<{ check: Check }>) {
  const { t } = useTranslation()
  const tags = useQuery(tagsQuery).data ?? []
  const stores = useOpenStores()
  const constants = edits.constants ?? {}
  const listed = (text: string | undefined) => (text === undefined ? [] : text.split(', '))
  const set = (path: string, value: string) => setEdits(withConstant(edits, path, value))
  return (
    <>
      <TagsInput
        label={t('imports.everyRow.tags')}
        description={t('imports.everyRow.tagsHelp')}
        data={tags.map(({ name }) => name)}
        value={listed(constants.tags)}
        maxTags={20}
        onChange={(names) => set('tags', names.join(', '))}
      />
      {stores.length > 0 && (
        <SearchSelect
          label={t('imports.everyRow.store')}
          data={stores}
          value={constants.stores ?? null}
          clearable
          onChange={(name) => set('stores', name ?? '')}
        />
      )}
      <Select
        label={t('imports.everyRow.type')}
        description={t('imports.everyRow.typeHelp')}
        data={(['personal', 'business'] as const).map((value) => ({
          value,
          label: t(`customerList.type.${value}`),
        }))}
        value={constants.type ?? null}
        placeholder={t('imports.everyRow.typeFound')}
        clearable
        onChange={(type) => set('type', type ?? '')}
      />
    </>
  )
}
