import { Button, Group } from '@mantine/core'
import { IconExternalLink, IconFileImport, IconFilterOff, IconReceipt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { StateScreen } from '../../../ui/state-screen.tsx'
import { countFilters, type OrderSearch } from '../order-search.ts'

/** Where the server describes what it can be sent. */
const apiGuide = '/api/docs'

/** Orders come from other programs: the one thing to do next is to bring what they have, or to connect one. */
export function NoOrdersYet() {
  const { t } = useTranslation()
  const can = useCan()
  const mayImport = can('customers.import') && can('orders.write')
  return (
    <NothingYet
      icon={<IconReceipt size={26} stroke={1.5} />}
      title={t('orders.empty.title')}
      text={t('orders.empty.text')}
      action={
        <Group gap="xs" justify="center">
          {mayImport && (
            <LinkButton to="/imports" leftSection={<IconFileImport size={17} aria-hidden />}>
              {t('orders.empty.import')}
            </LinkButton>
          )}
          <Button
            component="a"
            href={apiGuide}
            target="_blank"
            rel="noopener"
            variant={mayImport ? 'default' : 'filled'}
            leftSection={<IconExternalLink size={17} aria-hidden />}
          >
            {t('orders.empty.action')}
          </Button>
        </Group>
      }
    />
  )
}

type Props = Readonly<{ search: OrderSearch; onSearch: (search: OrderSearch) => void }>

/** There are orders, but the search or the filters hide all of them. */
export function NoMatch({ search, onSearch }: Props) {
  const { t } = useTranslation()
  const query = search.q?.trim() ?? ''
  const isFiltered = countFilters(search) > 0
  const text =
    query === ''
      ? t('orders.empty.noMatchText')
      : t(isFiltered ? 'orders.empty.noMatchFiltered' : 'orders.empty.noMatchSearch', { query })
  const clear =
    query === ''
      ? t('lists.clearFilters')
      : t(isFiltered ? 'orders.empty.clearAll' : 'orders.empty.clearSearch')
  return (
    <StateScreen
      icon={<IconFilterOff size={26} stroke={1.5} />}
      title={t('orders.empty.noMatchTitle')}
      text={text}
      action={
        <Button variant="default" onClick={() => onSearch({})}>
          {clear}
        </Button>
      }
    />
  )
}
