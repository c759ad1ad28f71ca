// The inside of each filter: in a popover at its chip, or one under the other in the drawer of phones.
import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagsQuery } from '../../../api/queries.ts'
import { useSession } from '../../../api/session.ts'
import { compact, someOf, toggled } from '../../../kernel/address.ts'
import { today } from '../../../kernel/calendar.ts'
import { weekFrom } from '../../../kernel/calendar-words.ts'
import { monthOf, seasonText, weekOf } from '../../../kernel/seasons.ts'
import classes from '../../../ui/choice-list.module.css'
import { ChoiceList, Choices, useArrowKeys } from '../../../ui/choice-list.tsx'
import { DayRange } from '../../../ui/day-range.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { RadioChoices } from '../../../ui/radio-choices.tsx'
import { StoreChoices } from '../../../ui/store-choices.tsx'
import { ColorDot } from '../../../ui/tag-badge.tsx'
import { organizationsQuery } from './list.api.ts'
import {
  activityStates,
  type FilterName,
  isSeason,
  type ListSearch,
  type RangeName,
  type SeasonName,
  withoutFilter,
} from './list-search.ts'

type Props = Readonly<{ search: ListSearch; onChange: (search: ListSearch) => void }>

export function FilterEditor({ name, ...props }: Props & Readonly<{ name: FilterName }>) {
  if (name === 'type') return <TypeFilter {...props} />
  if (name === 'status') return <StatusFilter {...props} />
  if (name === 'tag') return <TagFilter {...props} />
  if (name === 'store') return <StoreFilter {...props} />
  if (name === 'organization') return <OrganizationFilter {...props} />
  if (name === 'activity') return <ActivityFilter {...props} />
  if (name === 'affiliated') return <AffiliatedFilter {...props} />
  if (name === 'import') return <ImportFilter {...props} />
  if (isSeason(name)) return <SeasonFilter name={name} {...props} />
  return <RangeFilter name={name} {...props} />
}

function TypeFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  const choose = (value: string) => {
    const rest = withoutFilter(search, 'type')
    onChange(value === 'personal' || value === 'business' ? { ...rest, type: value } : rest)
  }
  return (
    <RadioChoices
      label={t('customerList.filters.type')}
      value={search.type ?? 'any'}
      options={[
        ['any', t('customerList.filters.typeAny')],
        ['personal', t('customerList.filters.people')],
        ['business', t('customerList.filters.businesses')],
      ]}
      onChange={choose}
    />
  )
}

function AffiliatedFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  const rest = withoutFilter(search, 'affiliated')
  return (
    <RadioChoices
      label={t('customerList.filters.affiliated')}
      value={search.affiliated ?? 'any'}
      options={[
        ['any', t('customerList.tabs.all')],
        ['no', t('customerList.filters.affiliatedNo')],
      ]}
      onChange={(value) => onChange(value === 'no' ? { ...rest, affiliated: value } : rest)}
    />
  )
}

function StatusFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  const choose = (value: string) => {
    const rest = withoutFilter(search, 'status')
    onChange(value === 'inactive' || value === 'all' ? { ...rest, status: value } : rest)
  }
  return (
    <RadioChoices
      label={t('customerList.filters.status')}
      value={search.status ?? 'active'}
      options={[
        ['active', t('customerList.filters.statusActive')],
        ['inactive', t('customerList.filters.statusInactive')],
        ['all', t('customerList.filters.statusAll')],
      ]}
      onChange={choose}
    />
  )
}

/** Which import it is only a link can say. */
function ImportFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  const { dateTime } = useFormat()
  const { importOutcome: _before, ...rest } = search
  // Ids begin with the millisecond in which they were made.
  const at = Number.parseInt(`0${search.import?.slice(0, 13).replace('-', '')}`, 16)
  const made = dateTime(new Date(at).toISOString())
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed" px="xs" pt={4}>
        {made}
      </Text>
      <RadioChoices
        label={`${t('customerList.filters.import')} · ${made}`}
        value={search.importOutcome ?? 'any'}
        options={[
          ['any', t('customerList.filters.importAny')],
          ['created', t('customerList.filters.created')],
          ['updated', t('customerList.filters.updated')],
        ]}
        onChange={(value) =>
          onChange(value === 'created' || value === 'updated' ? { ...rest, importOutcome: value } : rest)
        }
      />
    </Stack>
  )
}

function TagFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  const tags = useQuery(tagsQuery).data ?? []
  return (
    <ChoiceList
      choices={tags.map(({ id, name, color }) => ({ id, label: name, mark: <ColorDot color={color} /> }))}
      chosen={search.tag ?? []}
      findLabel={t('customerList.filters.findTag')}
      emptyText={t('customerList.filters.noTags')}
      help={t('customerList.filters.tagHelp')}
      onChoose={(id) => onChange(compact({ ...search, tag: toggled(search.tag, id) }))}
    />
  )
}

function StoreFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <StoreChoices
      chosen={search.store}
      help={t('customerList.filters.storeHelp')}
      onChange={(store) => onChange(compact({ ...search, store }))}
    />
  )
}

function OrganizationFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [q] = useDebouncedValue(words.trim(), 80)
  const list = useArrowKeys()
  const found = useQuery(organizationsQuery(q))
  const choices = (found.data ?? []).map(({ id, displayName, number }) => ({
    id,
    label: displayName,
    detail: number,
  }))
  return (
    <div ref={list} className={classes.choices}>
      <TextInput
        aria-label={t('customerList.filters.findOrganization')}
        placeholder={t('customerList.filters.findOrganization')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        autoComplete="off"
        data-autofocus
        data-choice
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div>
        <Choices choices={choices} onChoose={(organization) => onChange({ ...search, organization })} />
        {found.isSuccess && choices.length === 0 && (
          <Text size="sm" c="dimmed" py={6} px={8} role="status">
            {t('lists.nothingFound')}
          </Text>
        )}
      </div>
    </div>
  )
}

function ActivityFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      aria-label={t('customerList.filters.activity')}
      description={t('customerList.filters.activityHelp')}
      value={[...(search.activity ?? [])]}
      onChange={(ids) => onChange(compact({ ...search, activity: someOf(ids, activityStates) }))}
    >
      <Stack gap={4} mt={4}>
        {activityStates.map((state, n) => (
          <Checkbox
            key={state}
            value={state}
            label={t(`customerFields.activityStates.${state}`)}
            size="sm"
            py={5}
            data-autofocus={n === 0 || undefined}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

function SeasonFilter({ name, search, onChange }: Props & Readonly<{ name: SeasonName }>) {
  const { t } = useTranslation()
  const { timeZone, locale } = useFormat()
  const { country } = useSession().merchant
  const day = today(timeZone)
  const seasons = {
    week: seasonText(weekOf(day, weekFrom(locale, country))),
    month: seasonText(monthOf(day)),
  }
  const chosen = (['week', 'month'] as const).find((one) => seasons[one] === search[name])
  return (
    <RadioChoices
      label={t(`customerList.filters.${name}`)}
      value={chosen ?? ''}
      options={[
        ['week', t('customerList.filters.thisWeek')],
        ['month', t('customerList.filters.thisMonth')],
      ]}
      onChange={(value) => onChange({ ...search, [name]: value === 'week' ? seasons.week : seasons.month })}
    />
  )
}

function RangeFilter({ name, search, onChange }: Props & Readonly<{ name: RangeName }>) {
  return (
    <DayRange
      from={search[`${name}From`]}
      to={search[`${name}To`]}
      onChange={({ from, to }) => onChange(compact({ ...search, [`${name}From`]: from, [`${name}To`]: to }))}
    />
  )
}
