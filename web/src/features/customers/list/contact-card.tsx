// Cards of a phone that stand under one that is open.
import { VisuallyHidden } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { useFormat, useName } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import { CardContact } from './card-contact.tsx'
import { ContactsTail } from './contacts-tail.tsx'
import classes from './customer-cards.module.css'
import type { CustomerRow } from './list.api.ts'
import type { InsertedRow } from './list-row.ts'
import { useMenuButton } from './row-actions.ts'

export type CardProps = Readonly<{
  row: InsertedRow
  onMore: (id: string) => void
  onRetry: (id: string) => void
}>

export function InsertedCard({ row, onMore, onRetry }: CardProps) {
  if (row.kind === 'contact') return <ContactCard contact={row.contact} />
  return (
    <div className={classes.card} data-inserted data-tail>
      <ContactsTail row={row} onMore={onMore} onRetry={onRetry} />
    </div>
  )
}

const ContactCard = memo(function ContactCard({ contact }: Readonly<{ contact: CustomerRow }>) {
  const { t } = useTranslation()
  const { id, type, photoUrl } = contact
  const displayName = useName(contact.displayName)
  const target = useRowTarget({ to: '/customers/$customerId', params: { customerId: id } })
  const button = useMenuButton('more', contact)
  return (
    <div
      className={classes.card}
      data-inserted
      data-changed={useChangedElsewhere(id) || undefined}
      {...target}
    >
      <Initials name={displayName} photoUrl={photoUrl} type={type} size={32} />
      <span className={classes.words}>
        <span className={classes.line}>
          <Link
            to="/customers/$customerId"
            params={{ customerId: id }}
            className={classes.name}
            preload={false}
          >
            <bdi>{displayName}</bdi>
          </Link>
          <VisuallyHidden>{t('contacts.ofRowAbove')}</VisuallyHidden>
          <Orders contact={contact} />
        </span>
        <CardContact row={contact} />
      </span>
      <button type="button" className={classes.more} {...button}>
        <IconDots size={20} aria-hidden />
        <VisuallyHidden>{t('common.moreFor', { name: displayName })}</VisuallyHidden>
      </button>
    </div>
  )
})

/** What they bought in six months; the day of the last order for the mouse and for screen readers. */
function Orders({ contact: { lastOrderAt, revenue6m } }: Readonly<{ contact: CustomerRow }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!lastOrderAt || revenue6m === undefined) return null
  const label = t('contacts.orders', { date: format.date(lastOrderAt), revenue: format.money(revenue6m) })
  return (
    <span className={classes.figure} title={label}>
      <span aria-hidden>{format.money(revenue6m)}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}
