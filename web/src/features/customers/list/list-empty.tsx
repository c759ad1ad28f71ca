import { Alert, Button, Group } from '@mantine/core'
import {
  IconAlertCircle,
  IconBuilding,
  IconFileImport,
  IconFilterOff,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkButton } from '../../../ui/link.tsx'
import { StateScreen } from '../../../ui/state-screen.tsx'
import classes from './customer-list.module.css'
import { countQuery } from './list.api.ts'
import { countFilters, filterOf, type ListSearch, withoutFilters } from './list-search.ts'

/** Nobody is there yet. */
export function NoCustomersYet() {
  const { t } = useTranslation()
  const can = useCan()
  const mayCreate = can('customers.write')
  return (
    <StateScreen
      icon={<IconUsers size={26} stroke={1.5} />}
      title={t('customerList.empty.title')}
      text={t('customerList.empty.text')}
      action={
        mayCreate ? (
          <Group gap="xs" justify="center">
            <LinkButton
              to="/customers/new"
              search={{ type: 'personal' }}
              leftSection={<IconUserPlus size={17} aria-hidden />}
            >
              {t('customerList.empty.newPerson')}
            </LinkButton>
            <LinkButton
              to="/customers/new"
              search={{ type: 'business' }}
              variant="default"
              leftSection={<IconBuilding size={17} aria-hidden />}
            >
              {t('customerList.empty.newBusiness')}
            </LinkButton>
            {can('customers.import') && (
              <LinkButton
                to="/imports"
                variant="default"
                leftSection={<IconFileImport size={17} aria-hidden />}
              >
                {t('customerList.empty.import')}
              </LinkButton>
            )}
          </Group>
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
              {t('customerList.empty.create', { query })}
            </Button>
          )}
        </>
      }
    />
  )
}

/** Above the rows that are there, when others could not be read. */
export function LoadFailed({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const { t } = useTranslation()
  return (
    <Alert
      className={classes.failed}
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertCircle size={18} />}
      radius={0}
      p="xs"
      px="lg"
    >
      <Group gap="sm">
        {t('customerList.loadFailed')}
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </Group>
    </Alert>
  )
}

function clearKey(query: string, filters: number) {
  if (query === '') return 'customerList.filters.clear'
  return filters === 0 ? 'customerList.empty.clearSearch' : 'customerList.empty.clearAll'
}
