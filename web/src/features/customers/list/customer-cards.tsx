import { Skeleton, VisuallyHidden } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ComponentType, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { isSelected, type Selection } from '../../../kernel/selection.ts'
import { useName } from '../../../ui/format-context.tsx'
import { Initials } from '../../../ui/initials.tsx'
import { RowCards } from '../../../ui/row-cards.tsx'
import { useRowTarget } from '../../../ui/use-row-target.ts'
import { CardContact } from './card-contact.tsx'
import { CardFigure } from './card-figure.tsx'
import type { CaretProps } from './caret.tsx'
import { StatusCell } from './cells.tsx'
import { type BuiltInColumn, shapeOf } from './columns.ts'
import classes from './customer-cards.module.css'
import type { CustomerRow } from './list.api.ts'
import { isInserted, type ListRow } from './list-row.ts'
import type { ListTab } from './list-search.ts'
import type { Opened } from './opened-rows.tsx'
import { useMenuButton } from './row-actions.ts'
import type { CustomerPages } from './use-customer-pages.ts'

export const cardFields = (tab: ListTab, figure: BuiltInColumn | null): string => {
  const own = 'displayName,email,number,phone,phones,photoUrl,status,tags,type'
  const lent = tab === 'personal' ? ['organizationPhone'] : []
  return [own, ...lent, ...(figure === null ? [] : shapeOf(figure).fields)].join()
}
type Props = Readonly<{
  pages: CustomerPages
  /** Active and inactive ones stand side by side. */
  marksInactive: boolean
  /** What the list is sorted by. */
  figure: BuiltInColumn | null
  selection: Selection
  onSelect: (index: number, isRange: boolean) => void
  opened: Opened | null
  room: number
}>

/** What matters most of a customer: the name, what the list is sorted by, how to reach them. */
export function CustomerCards(props: Props) {
  const { pages, marksInactive, figure, selection, onSelect, opened, room } = props
  const { t } = useTranslation()
  return (
    <RowCards<ListRow>
      pages={opened?.pages ?? pages}
      label={t('customerList.tableLabel')}
      total={opened === null ? pages.total : opened.total}
      cardHeight={figure === null ? 76 : 96}
      room={room}
      card={(row, index) => {
        if (isInserted(row)) return opened === null ? null : <opened.Card row={row} {...opened.actions} />
        return (
          <Card
            row={row}
            at={opened?.indexOf(index) ?? index}
            isSelected={isSelected(selection, row.id)}
            marksInactive={marksInactive}
            figure={figure}
            Caret={row.type === 'business' ? (opened?.Caret ?? null) : null}
            isOpen={opened?.isOpen(row.id) ?? false}
            onSelect={onSelect}
            onOpen={opened?.actions.onOpen ?? nothing}
          />
        )
      }}
      skeleton={
        <div className={classes.card}>
          <Skeleton circle height={36} ml={52} />
          <Skeleton height={12} width="45%" />
        </div>
      }
    />
  )
}

const nothing = () => undefined

type CardProps = Readonly<{
  row: CustomerRow
  at: number
  isSelected: boolean
  marksInactive: boolean
  figure: BuiltInColumn | null
  Caret: ComponentType<CaretProps> | null
  isOpen: boolean
  onSelect: (index: number, isRange: boolean) => void
  onOpen: (id: string) => void
}>

const Card = memo(function Card(props: CardProps) {
  const { row, at, isSelected, marksInactive, figure, Caret, isOpen, onSelect, onOpen } = props
  const { t } = useTranslation()
  const target = useRowTarget({ to: '/customers/$customerId', params: { customerId: row.id } })
  const button = useMenuButton('more', row)
  const { type, photoUrl, status } = row
  const displayName = useName(row.displayName)
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
          checked={isSelected}
          aria-label={t('customerList.row.select', { name: displayName })}
          onChange={() => onSelect(at, false)}
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
        {figure !== null && <CardFigure row={row} column={figure} />}
        <CardContact row={row} />
      </span>
      {Caret !== null && (
        <Caret className={classes.more} name={displayName} isOpen={isOpen} onClick={() => onOpen(row.id)} />
      )}
      <button type="button" className={classes.more} {...button}>
        <IconDots size={20} aria-hidden />
        <VisuallyHidden>{t('common.moreFor', { name: displayName })}</VisuallyHidden>
      </button>
    </div>
  )
})
