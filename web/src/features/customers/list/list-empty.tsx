import { Alert, Button, Group } from '@mantine/core'
import {
  IconAlertCircle,
  IconBuilding,
  IconFileImport,
  IconFilterOff,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { LinkButton } from '../../../ui/link.tsx'
import { StateScreen } from '../../../ui/state-screen.tsx'
import classes from './customer-list.module.css'
import { countFilters, type ListSearch } from './list-search.ts'

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

/** Somebody is there, but the search or the filters hide all of them. */
export function NoMatch({ search, onClear }: Readonly<{ search: ListSearch; onClear: () => void }>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayCreate = useCan()('customers.write')
  const query = search.q?.trim() ?? ''
  const filters = countFilters(search)
  const text =
    query === ''
      ? t('customerList.empty.noMatchText')
      : t(filters > 0 ? 'customerList.empty.noMatchFiltered' : 'customerList.empty.noMatchSearch', { query })
  const create = () =>
    void navigate({ to: '/customers/new', search: { type: search.type ?? 'personal', name: query } })
  return (
    <StateScreen
      icon={<IconFilterOff size={26} stroke={1.5} />}
      title={t('customerList.empty.noMatchTitle')}
      text={text}
      action={
        <>
          <Button variant="default" onClick={onClear}>
            {t(clearKey(query, filters))}
          </Button>
          {mayCreate && query !== '' && (
            <Button onClick={create} maw={320}>
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
