// What stands in the cells of a row. Plain elements: a table draws hundreds of them while somebody scrolls.
import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconBuilding, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../../kernel/format.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { TagBadge } from '../../../ui/tag-badge.tsx'
import { ActivityState } from '../activity-state.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { useReviewsText } from '../use-reviews-text.ts'
import { attributeText } from './attribute-text.ts'
import classes from './cells.module.css'
import { type ColumnId, shapeOf } from './columns.ts'
import type { CustomerRow } from './list.api.ts'
import { useMenuButton } from './row-actions.ts'
import { isBadPhone } from './row-reach.ts'
import { fittingTags } from './table-layout.ts'
import { useRowPhone } from './use-row-phone.ts'

export type CellProps = Readonly<{
  row: CustomerRow
  width: number
  /** Only the row in use is on the way of the Tab key; arrows go to the others. */
  tabIndex: number
  attributes: readonly CustomAttribute[]
}>

export function Cell({ column, ...props }: CellProps & Readonly<{ column: ColumnId }>) {
  const { row } = props
  if (column === 'type') return <TypeCell type={row.type} />
  if (column === 'status') return <StatusCell status={row.status ?? 'active'} />
  if (column === 'tags') return <Tags tags={allTags(row)} width={props.width - 16} />
  if (column === 'organization') return <Names names={(row.organizations ?? []).map(({ name }) => name)} />
  if (column === 'stores') return <Names names={(row.stores ?? []).map(({ name }) => name)} all />
  if (column === 'phone') return <PhoneCell {...props} />
  if (column === 'email') return <EmailCell {...props} />
  if (column === 'created') return <MomentCell at={row.createdAt} />
  if (column === 'activity') return row.activity ? <ActivityState activity={row.activity} /> : null
  if (column === 'lastOrder') return <MomentCell at={row.lastOrderAt} />
  if (column === 'reviews') return <ReviewsCell reviews={row.reviews} />
  if (shapeOf(column).end)
    return <FigureCell value={row[column as 'orders' | 'revenue6m']} hasOrdered={!!row.lastOrderAt} />
  if (column === 'number') return <span className={classes.figure}>{row.number}</span>
  return <AttributeCell column={column} {...props} />
}

function TypeCell({ type }: Readonly<{ type: CustomerRow['type'] }>) {
  const { t } = useTranslation()
  const Icon = type === 'business' ? IconBuilding : IconUser
  return (
    <span className={classes.type}>
      <Icon size={16} stroke={1.6} aria-hidden />
      {t(`customerList.type.${type}`)}
    </span>
  )
}

export function StatusCell({ status }: Readonly<{ status: 'active' | 'inactive' }>) {
  const { t } = useTranslation()
  const isActive = status === 'active'
  return (
    <Mark tone={isActive ? 'teal' : 'dimmed'} shape={isActive ? 'dot' : 'ring'}>
      {t(`customerList.${status}`)}
    </Mark>
  )
}

type Badge = NonNullable<CustomerRow['tags']>[number] & Readonly<{ isLent?: boolean }>

/** Their own, then those of their organization that they do not have themselves. */
function allTags({ tags = [], organizationTags = [] }: CustomerRow): readonly Badge[] {
  const others = organizationTags.filter(({ id }) => tags.every((own) => own.id !== id))
  return others.length === 0 ? tags : [...tags, ...others.map((tag) => ({ ...tag, isLent: true }))]
}

/** As many as fit; the names of the others are there for the mouse and for screen readers. */
export function Tags({ tags, width }: Readonly<{ tags: readonly Badge[]; width: number }>) {
  const { t } = useTranslation()
  const shown = fittingTags(tags, width)
  const others = tags
    .slice(shown)
    .map(({ name }) => name)
    .join(', ')
  return (
    <span className={classes.tags}>
      {tags.slice(0, shown).map(({ id, name, color, isLent }) => (
        <TagBadge
          key={id}
          name={name}
          color={color}
          note={isLent ? t('customerList.organizationTag') : undefined}
        />
      ))}
      {others !== '' && (
        <More
          number={tags.length - shown}
          names={others}
          label={t('customerList.andMore', { names: others })}
        />
      )}
    </span>
  )
}

function More({ number, names, label }: Readonly<{ number: number; names: string; label: string }>) {
  const { t } = useTranslation()
  return (
    <span className={classes.more} title={names}>
      <span aria-hidden>{t('customerList.tooMany', { number })}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}

/** The first one and how many more, or all of them one after the other. */
function Names({ names, all = false }: Readonly<{ names: readonly string[]; all?: boolean }>) {
  const { t } = useTranslation()
  const list = names.join(', ')
  if (all || names.length < 2) {
    return (
      <span className={classes.text} title={list}>
        {list}
      </span>
    )
  }
  const others = names.slice(1).join(', ')
  return (
    <span className={classes.names}>
      <span className={classes.text} title={list}>
        {names[0]}
      </span>
      <More number={names.length - 1} names={others} label={t('customerList.andMore', { names: others })} />
    </span>
  )
}

function EmailCell({ row, tabIndex }: CellProps) {
  const { t } = useTranslation()
  const button = useMenuButton('email', row)
  if (!row.email) return null
  return (
    <button
      type="button"
      className={classes.contact}
      tabIndex={tabIndex}
      title={row.email}
      aria-label={t('customerList.row.emailOf', { name: row.displayName, email: row.email })}
      {...button}
    >
      {row.email}
    </button>
  )
}

function PhoneCell({ row, tabIndex }: CellProps) {
  const { t } = useTranslation()
  const button = useMenuButton('phone', row)
  const phone = useRowPhone(row)
  if (phone === null) return null
  const { number, extension } = phone
  const shown = extension ? `${number} ${extension}` : number
  return (
    <span className={classes.names}>
      <button
        type="button"
        className={classes.contact}
        data-figure
        tabIndex={tabIndex}
        title={shown}
        aria-label={t('customerList.row.phoneOf', { name: row.displayName, phone: shown })}
        {...button}
      >
        <span>{number}</span> {extension && <span>{extension}</span>}
      </button>
      {isBadPhone(row) && <BadPhone />}
      {!row.phone && <LentPhone />}
    </span>
  )
}

/** Not their own: it rings at the organization. */
export function LentPhone() {
  const { t } = useTranslation()
  const label = t('customerList.organizationPhone')
  return (
    <span className={classes.lent} title={label}>
      <IconBuilding size={13} stroke={1.6} aria-hidden />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}

export function BadPhone() {
  const { t } = useTranslation()
  return (
    <span className={classes.bad} title={t('customerList.badPhone')}>
      <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
      <VisuallyHidden>{t('customerList.badPhone')}</VisuallyHidden>
    </span>
  )
}

function MomentCell({ at }: Readonly<{ at: string | null | undefined }>) {
  const format = useFormat()
  if (!at) return null
  return (
    <time dateTime={at} title={`${format.dateTime(at)} · ${format.relative(at)}`} className={classes.figure}>
      {format.date(at)}
    </time>
  )
}

type FigureProps = Readonly<{ value: number | Money | undefined; hasOrdered: boolean }>

/** Nothing of who never ordered: a column of zeros would hide those who bought nothing lately. */
function FigureCell({ value, hasOrdered }: FigureProps) {
  const format = useFormat()
  if (value === undefined || !hasOrdered) return null
  return (
    <span className={classes.figure}>
      {typeof value === 'number' ? format.number(value) : format.money(value)}
    </span>
  )
}

/** “92 % of 12” */
function ReviewsCell({ reviews }: Readonly<{ reviews: CustomerRow['reviews'] }>) {
  const text = useReviewsText()
  if (!reviews || reviews.count === 0) return null
  return <span className={classes.figure}>{text(reviews)}</span>
}

function AttributeCell({ column, row, attributes }: CellProps & Readonly<{ column: ColumnId }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const attribute = attributes.find(({ key }) => column === `attributes.${key}`)
  if (attribute === undefined) return null
  const text = attributeText(attribute, row.attributes?.[attribute.key], { t, format })
  return (
    <span className={classes.text} data-figure={attribute.kind === 'number' || undefined} title={text}>
      {text}
    </span>
  )
}
