import { Button } from '@mantine/core'
import { IconFileImport, IconFilterOff, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkAnchor, LinkButton } from '../../../ui/link.tsx'
import classes from '../../../ui/list-page.module.css'
import { StateScreen } from '../../../ui/state-screen.tsx'
import { countQuery } from './list.api.ts'
import { countFilters, filterOf, type ListSearch, withoutFilters } from './list-search.ts'

/** Nobody is there yet. What most people do next is the one button; the rest stands below it. */
export function NoCustomersYet() {
  const { t } = useTranslation()
  const can = useCan()
  const mayCreate = can('customers.write')
  const mayImport = can('customers.import')
  return (
    <StateScreen
      icon={<IconUsers size={26} stroke={1.5} />}
      title={t('customerList.empty.title')}
      text={t('customerList.empty.text')}
      action={
        mayImport ? (
          <LinkButton to="/imports" leftSection={<IconFileImport size={17} aria-hidden />}>
            {t('customerList.empty.import')}
          </LinkButton>
        ) : mayCreate ? (
          <LinkButton to="/customers/new" leftSection={<IconUserPlus size={17} aria-hidden />}>
            {t('customerList.empty.create')}
          </LinkButton>
        ) : undefined
      }
      note={
        mayCreate ? (
          <span className={classes.otherWays}>
            {mayImport && <LinkAnchor to="/customers/new">{t('customerList.empty.create')}</LinkAnchor>}
            <LinkAnchor to="/start">{t('customerList.empty.otherWays')}</LinkAnchor>
          </span>
        ) : undefined
      }
    />
  )
}

type NoMatchProps = Readonly<{ search: ListSearch; onSearch: (search: ListSearch) => void }>

/** How many would match among those who are inactive, when the list shows the active ones alone. */
function useInactive(search: ListSearch): number {
  const filter = filterOf({ ...search, status: 'inactive' })
  const query = useQuery({ ...countQuery(filter), enabled: search.status === undefined })
  if (search.status !== undefined || query.isPlaceholderData) return 0
  return query.data?.count ?? 0
}

/** Somebody is there, but the search or the filters hide all of them. */
export function NoMatch({ search, onSearch }: NoMatchProps) {
  const { t } = useTranslation()
  const inactive = useInactive(search)
  const navigate = useNavigate()
  const mayCreate = useCan()('customers.write')
  const query = search.q?.trim() ?? ''
  const filters = countFilters(search)
  const nobody =
    query === ''
      ? t('customerList.empty.noMatchText')
      : t(filters > 0 ? 'customerList.empty.noMatchFiltered' : 'customerList.empty.noMatchSearch', { query })
  const create = () =>
    void navigate({ to: '/customers/new', search: { type: search.type ?? 'personal', name: query } })
  return (
    <StateScreen
      icon={<IconFilterOff size={26} stroke={1.5} />}
      title={t('customerList.empty.noMatchTitle')}
      text={
        inactive === 0 ? (
          nobody
        ) : (
          <>
            {nobody} <b>{t('customerList.empty.inactive', { count: inactive })}</b>
          </>
        )
      }
      action={
        <>
          {inactive > 0 && (
            <Button onClick={() => onSearch({ ...search, status: 'inactive' })}>
              {t('customerList.empty.showInactive')}
            </Button>
          )}
          <Button variant="default" onClick={() => onSearch(withoutFilters(search))}>
            {t(clearKey(query, filters))}
          </Button>
          {mayCreate && query !== '' && (
            <Button variant={inactive > 0 ? 'default' : 'filled'} onClick={create} maw={320}>
              {t('customerList.empty.createNamed', { query })}
            </Button>
          )}
        </>
      }
    />
  )
}

function clearKey(query: string, filters: number) {
  if (query === '') return 'lists.clearFilters'
  return filters === 0 ? 'customerList.empty.clearSearch' : 'customerList.empty.clearAll'
}
