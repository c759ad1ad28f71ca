import { Select, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery, tagsQuery } from '../../../api/queries.ts'
import { withConstant, withMember } from './edits.ts'
import classes from './import-check.module.css'
import type { Check } from './use-check.ts'

/** Whom a row means, for whoever asks before they start. */
export function Matching() {
  const { t } = useTranslation()
  const parts = ['identity', 'company', 'overwrite', 'others'] as const
  return (
    <details className={classes.more}>
      <summary>{t('imports.matching.title')}</summary>
      {parts.map((part) => (
        <p key={part}>{t(`imports.matching.${part}`)}</p>
      ))}
    </details>
  )
}

/** What every customer of the file gets besides, and which words in it mean nothing. */
export function EveryRow({ check: { edits, setEdits } }: Readonly<{ check: Check }>) {
  const { t } = useTranslation()
  const tags = useQuery(tagsQuery).data ?? []
  const stores = (useQuery(storesQuery).data ?? []).filter(({ closedOn }) => closedOn === null)
  const constants = edits.constants ?? {}
  const listed = (text: string | undefined) => (text === undefined ? [] : text.split(', '))
  const set = (path: string, value: string) => setEdits(withConstant(edits, path, value))
  return (
    <details className={classes.more}>
      <summary>{t('imports.everyRow.title')}</summary>
      <div className={classes.fields}>
        <TagsInput
          label={t('imports.everyRow.tags')}
          description={t('imports.everyRow.tagsHelp')}
          data={tags.map(({ name }) => name)}
          value={listed(constants.tags)}
          maxTags={20}
          onChange={(names) => set('tags', names.join(', '))}
        />
        {stores.length > 0 && (
          <Select
            label={t('imports.everyRow.store')}
            data={stores.map(({ name }) => name)}
            value={constants.stores ?? null}
            clearable
            searchable
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
        <TagsInput
          label={t('imports.everyRow.nulls')}
          description={t('imports.everyRow.nullsHelp')}
          value={edits.nulls ?? []}
          maxTags={100}
          onChange={(nulls) => setEdits(withMember(edits, { nulls }))}
        />
      </div>
    </details>
  )
}
