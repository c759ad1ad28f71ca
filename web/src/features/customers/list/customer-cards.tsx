import { Skeleton, VisuallyHidden } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { isSelected, type Selection } from '../../../kernel/selection.ts'
import { usePhoneFormat } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { RowCards } from '../../../ui/row-cards.tsx'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import { BadPhone, StatusCell, Tags } from './cells.tsx'
import classes from './customer-cards.module.css'
import type { CustomerRow } from './list.api.ts'
import { useMenuButton } from './row-actions.ts'
import { isBadPhone } from './row-reach.ts'
import type { CustomerPages } from './use-customer-pages.ts'

export const cardFields = 'displayName,email,number,phone,phones,photoUrl,status,tags,type'
type Props = Readonly<{
  pages: CustomerPages
  /** Active and inactive ones stand side by side. */
  marksInactive: boolean
  selection: Selection
  onSelect: (index: number, isRange: boolean) => void
  room: number
}>

/** What matters most of a customer, on two lines. */
export function CustomerCards({ pages, marksInactive, selection, onSelect, room }: Props) {
  const { t } = useTranslation()
  return (
    <RowCards
      pages={pages}
      label={t('customerList.tableLabel')}
      total={pages.total}
      cardHeight={76}
      room={room}
      card={(row, index) => (
        <Card
          row={row}
          index={index}
          isSelected={isSelected(selection, row.id)}
          marksInactive={marksInactive}
          onSelect={onSelect}
        />
      )}
      skeleton={
        <div className={classes.card}>
          <Skeleton circle height={36} ml={52} />
          <Skeleton height={12} width="45%" />
        </div>
      }
    />
  )
}

type CardProps = Readonly<{
  row: CustomerRow
  index: number
  isSelected: boolean
  marksInactive: boolean
  onSelect: (index: number, isRange: boolean) => void
}>

const Card = memo(function Card({ row, index, isSelected, marksInactive, onSelect }: CardProps) {
  const { t } = useTranslation()
  const target = useRowTarget({ to: '/customers/$customerId', params: { customerId: row.id } })
  const button = useMenuButton('more', row)
  const { displayName, type, photoUrl, status } = row
  return (
    <div
      className={classes.card}
      data-selected={isSelected || undefined}
      data-changed={useChangedElsewhere(row.id) || undefined}
      {...target}
    >
      <label className={classes.boxLabel}>
        <input
          type="checkbox"
          className={classes.box}
          checked={isSelected}
          aria-label={t('customerList.row.select', { name: displayName })}
          onChange={() => onSelect(index, false)}
        />
      </label>
      <Initials name={displayName} photoUrl={photoUrl} type={type} size={36} />
      <span className={classes.words}>
        <span className={classes.line}>
          <Link
            to="/customers/$customerId"
            params={{ customerId: row.id }}
            className={classes.name}
            preload={false}
          >
            <bdi>{displayName}</bdi>
          </Link>
          {marksInactive && status === 'inactive' && (
            <span className={classes.small}>
              <StatusCell status="inactive" />
            </span>
          )}
        </span>
        <Contact row={row} />
      </span>
      <button type="button" className={classes.more} {...button}>
        <IconDots size={20} aria-hidden />
        <VisuallyHidden>{t('common.moreFor', { name: displayName })}</VisuallyHidden>
      </button>
    </div>
  )
})

/** How to reach somebody, else their number; and the first tag. */
function Contact({ row }: Readonly<{ row: CustomerRow }>) {
  const phone = usePhoneFormat()
  const text = row.phone ? phone(row.phone) : (row.email ?? row.number)
  return (
    <span className={classes.line}>
      {text && (
        <span className={classes.contact} data-phone={row.phone ? true : undefined}>
          {text}
        </span>
      )}
      {row.phone && isBadPhone(row) && <BadPhone />}
      {row.tags && row.tags.length > 0 && (
        <span className={classes.tags}>
          <Tags tags={row.tags} width={0} />
        </span>
      )}
    </span>
  )
}
