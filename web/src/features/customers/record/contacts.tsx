import { Badge, Checkbox, Text } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { toggled } from '../../../kernel/address.ts'
import { isolated } from '../../../kernel/isolate.ts'
import { NothingYet } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useName } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { LinkAnchor, LinkButton } from '../../../ui/link.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { Panel } from '../../../ui/page.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import type { Customer } from '../customers.api.ts'
import { ChosenContacts } from './chosen-contacts.tsx'
import classes from './people.module.css'
import { ReachLinks } from './reach-links.tsx'
import { type Contact, contactPages } from './record.api.ts'

/** The people of a business, by name, fifty at a time. */
export function Contacts({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const mayWrite = useCan()('customers.write')
  const pages = useInfiniteQuery(contactPages(customer.id))
  const [ids, setIds] = useState<readonly string[]>([])
  if (pages.isError && pages.data === undefined) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  }
  if (pages.data === undefined) return <PageLoading />
  const contacts = pages.data.pages.flatMap(({ items }) => items)
  const chosen = contacts.filter(({ id }) => ids.includes(id))
  const choose = (id: string) => setIds((before) => toggled(before, id) ?? [])
  const add = mayWrite && (
    <LinkButton
      to="/customers/new"
      search={{ type: 'personal', organization: customer.id }}
      size="xs"
      variant="default"
      leftSection={<IconPlus size={16} />}
    >
      {t('customerRecord.contacts.add')}
    </LinkButton>
  )
  if (contacts.length === 0) {
    return (
      <NothingYet
        icon={<IconUsers size={26} stroke={1.5} />}
        title={t('customerRecord.contacts.emptyTitle')}
        text={t('customerRecord.contacts.emptyText')}
        action={add}
      />
    )
  }
  return (
    <Panel title={t('customerRecord.contacts.title')} actions={add}>
      {chosen.length > 0 && (
        <ChosenContacts organization={customer} contacts={chosen} onDone={() => setIds([])} />
      )}
      <ul className={classes.people}>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            isChosen={ids.includes(contact.id)}
            onChoose={mayWrite ? choose : null}
          />
        ))}
      </ul>
      <MoreButton pages={pages} label={t('customerRecord.contacts.more')} mt="sm" />
    </Panel>
  )
}

type RowProps = Readonly<{ contact: Contact; isChosen: boolean; onChoose: ((id: string) => void) | null }>

function ContactRow({ contact, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation()
  const { id, photoUrl, title, isManager, status } = contact
  const displayName = useName(contact.displayName)
  return (
    <li
      className={classes.personRow}
      data-inactive={status === 'inactive' || undefined}
      data-choosable={onChoose !== null || undefined}
    >
      {onChoose !== null && (
        <Checkbox
          size="sm"
          checked={isChosen}
          aria-label={t('customerRecord.contacts.choose', { name: isolated(displayName) })}
          onChange={() => onChoose(id)}
        />
      )}
      <Initials name={displayName} photoUrl={photoUrl} size={32} />
      <div className={classes.personWords}>
        <LinkAnchor size="sm" fw={500} to="/customers/$customerId" params={{ customerId: id }}>
          <bdi>{displayName}</bdi>
        </LinkAnchor>
        {title !== null && (
          <Text size="xs" c="dimmed">
            <bdi>{title}</bdi>
          </Text>
        )}
        {contact.phoneInherited && (
          <Text size="xs" c="dimmed">
            {t('customerRecord.contacts.inherited')}
          </Text>
        )}
      </div>
      <div className={classes.badges}>
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
      <ReachLinks email={contact.email} phone={contact.phone} />
    </li>
  )
}
