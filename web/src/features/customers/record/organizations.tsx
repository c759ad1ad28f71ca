import { Anchor, Badge, Text } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isolated } from '../../../kernel/isolate.ts'
import { callTo, isCallable } from '../../../kernel/reach.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PhoneText } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { Panel } from '../../../ui/page.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { addressLines } from '../address-layouts.ts'
import type { Customer } from '../customers.api.ts'
import { useOrganizationsWord } from '../use-organizations-word.ts'
import { InPlace } from './in-place/in-place.tsx'
import { AddButton, BlockPlace } from './in-place/value-place.tsx'
import classes from './people.module.css'
import { ReachLinks } from './reach-links.tsx'
import { type Organization, organizationsOfQuery } from './record.api.ts'

/** Where a person belongs: number, address, manager and the manager's phone. */
export function Organizations({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const title = useOrganizationsWord()
  const organizations = useQuery(organizationsOfQuery(customer.id))
  if (organizations.isError) {
    return <ErrorState error={organizations.error} onRetry={() => void organizations.refetch()} />
  }
  if (organizations.data === undefined) return <PageLoading />
  const { items } = organizations.data
  if (items.length === 0) {
    return (
      <NothingYet
        icon={<IconBuilding size={26} stroke={1.5} />}
        title={t('customerRecord.organizations.emptyTitle')}
        text={t('customerRecord.organizations.emptyText')}
        action={
          <InPlace part="organizations" label={title}>
            {(edit) => <AddButton edit={edit} text={t('customerRecord.inPlace.organization')} />}
          </InPlace>
        }
      />
    )
  }
  return (
    <Panel title={title}>
      <BlockPlace part="organizations" label={title}>
        <ul className={classes.people}>
          {items.map((organization) => (
            <OrganizationRow key={organization.id} organization={organization} personId={customer.id} />
          ))}
        </ul>
      </BlockPlace>
    </Panel>
  )
}

type RowProps = Readonly<{ organization: Organization; personId: string }>

function OrganizationRow({ organization, personId }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, name, number, title, isPrimary, isManager, status, address, manager, phone, from, until } =
    organization
  const lines = address === null ? [] : addressLines(address, format.country, format.countryName)
  const details = [
    number,
    title === null ? null : isolated(title),
    from && t('customerRecord.organizations.since', { date: format.day(from) }),
    until && t('customerRecord.organizations.until', { date: format.day(until) }),
  ]
  return (
    <li className={classes.personRow} data-tall data-inactive={status === 'inactive' || undefined}>
      <Initials name={name} type="business" size={32} />
      <div className={classes.personWords}>
        <LinkAnchor size="sm" fw={500} to="/customers/$customerId" params={{ customerId: id }}>
          <bdi>{name}</bdi>
        </LinkAnchor>
        <Text size="sm" c="dimmed">
          {details.filter(Boolean).join(' · ')}
        </Text>
        {lines.length > 0 && <Text size="sm">{lines.join(', ')}</Text>}
        {manager !== null && manager.id !== personId && (
          <div className={classes.personFacts}>
            <span>{t('customerRecord.organizations.manager', { name: isolated(manager.name) })}</span>
            {manager.phone !== null && <ManagerPhone number={manager.phone} />}
          </div>
        )}
      </div>
      <div className={classes.badges}>
        {isPrimary && (
          <Badge variant="default" size="sm" tt="none">
            {t('customerRecord.organizations.main')}
          </Badge>
        )}
        {isManager && (
          <Badge variant="default" size="sm" tt="none">
            {t('customerRecord.contacts.manager')}
          </Badge>
        )}
        {status === 'inactive' && (
          <Badge color="gray.7" size="sm" tt="none">
            {t('customerRecord.contacts.inactive')}
          </Badge>
        )}
      </div>
      <ReachLinks phone={phone} />
    </li>
  )
}

const ManagerPhone = ({ number }: Readonly<{ number: string }>) =>
  isCallable(number) ? (
    <Anchor inherit href={callTo(number)}>
      <PhoneText number={number} />
    </Anchor>
  ) : (
    <PhoneText number={number} />
  )
