import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFilterText } from './filter-text.ts'
import { type FilterName, isFilterSet, type ListSearch, withoutFilter } from './list-search.ts'
import { OpenedFilter, preloadFilter } from './on-demand.ts'
import { PopoverButton } from './popover-button.tsx'
import classes from './toolbar.module.css'
import { useFilterNames } from './use-filter-names.ts'

type Props = Readonly<{ search: ListSearch; onChange: (search: ListSearch) => void }>

/** One chip a filter: it opens to be set, says what it is set to, and is removed by its cross. */
export function FilterChips({ search, onChange }: Props) {
  const { t } = useTranslation()
  const text = useFilterText(search)
  const names = useFilterNames()
  return (
    <ul aria-label={t('customerList.filters.label')} className={classes.chips}>
      {names.map((name) => (
        <FilterChip
          key={name}
          name={name}
          label={text.label(name)}
          value={isFilterSet(search, name) ? text.value(name) : null}
          search={search}
          onChange={onChange}
        />
      ))}
    </ul>
  )
}

/** Only those that are set, for phones: the drawer holds the rest. */
export function SetFilters({ search, onChange }: Props) {
  const { t } = useTranslation()
  const text = useFilterText(search)
  const set = useFilterNames().filter((name) => isFilterSet(search, name))
  if (set.length === 0) return null
  return (
    <ul aria-label={t('customerList.filters.label')} className={classes.setChips}>
      {set.map((name) => (
        <li key={name} className={classes.chip} data-set>
          <span className={classes.chipText}>
            {text.label(name)}: <b>{text.value(name)}</b>
          </span>
          <RemoveButton label={text.label(name)} onClick={() => onChange(withoutFilter(search, name))} />
        </li>
      ))}
    </ul>
  )
}

type ChipProps = Props & Readonly<{ name: FilterName; label: string; value: string | null }>

function FilterChip({ name, label, value, search, onChange }: ChipProps) {
  const target = (
    <button type="button" className={classes.chipButton}>
      <span className={classes.chipText}>
        {label}
        {value !== null && (
          <>
            : <b>{value}</b>
          </>
        )}
      </span>
      {value === null && <IconChevronDown size={14} aria-hidden />}
    </button>
  )
  return (
    <li className={classes.chip} data-set={value !== null || undefined}>
      <PopoverButton target={target} preload={preloadFilter}>
        {(button) => <OpenedFilter target={button} name={name} search={search} onChange={onChange} />}
      </PopoverButton>
      {value !== null && <RemoveButton label={label} onClick={() => onChange(withoutFilter(search, name))} />}
    </li>
  )
}

function RemoveButton({ label, onClick }: Readonly<{ label: string; onClick: () => void }>) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes.chipRemove}
      aria-label={t('customerList.filters.remove', { filter: label })}
      onClick={onClick}
    >
      <IconX size={14} aria-hidden />
    </button>
  )
}
