import { ActionIcon, Button, ScrollArea, SegmentedControl, Text, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { OpenedPopover } from '../../../ui/opened-popover.tsx'
import type { PopoverTarget } from '../../../ui/popover-button.tsx'
import type { CustomAttribute } from '../customers.api.ts'
import { useColumnLabel } from './column-label.ts'
import {
  allColumns,
  type ColumnId,
  canMove,
  defaults,
  isDefault,
  isPinned,
  moveColumn,
  toggleColumn,
  withoutReviews,
} from './columns.ts'
import type { ListTab } from './list-search.ts'
import classes from './opened-view.module.css'
import { densities, type TableView } from './table-view.ts'

type Props = Readonly<{
  tab: ListTab
  view: TableView
  attributes: readonly CustomAttribute[]
  onChange: (view: TableView) => void
}>

export function OpenedView({ target, ...props }: Props & Readonly<{ target: PopoverTarget }>) {
  return (
    <OpenedPopover target={target} width={320} position="bottom-end">
      {() => <ViewForm {...props} />}
    </OpenedPopover>
  )
}

function ViewForm({ tab, view, attributes, onChange }: Props) {
  const { t } = useTranslation()
  const { showReviews } = useSession().merchant
  return (
    <div className={classes.chooser}>
      <DensityChoice view={view} onChange={onChange} />
      <ColumnList
        columns={view.columns}
        attributes={attributes}
        onChange={(columns) => onChange({ ...view, columns })}
      />
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={isDefault(view.columns, tab, showReviews) && Object.keys(view.widths).length === 0}
          onClick={() => onChange({ ...view, columns: defaults(tab, showReviews), widths: {} })}
        >
          {t('customerList.chooser.reset')}
        </Button>
      </div>
    </div>
  )
}

function DensityChoice({ view, onChange }: Omit<Props, 'attributes' | 'tab'>) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.density}>
      <legend>{t('customerList.chooser.rows')}</legend>
      <SegmentedControl
        fullWidth
        value={view.density}
        aria-label={t('customerList.chooser.rows')}
        data={densities.map((value) => ({ value, label: t(`customerList.chooser.${value}`) }))}
        onChange={(density) => onChange({ ...view, density })}
      />
    </fieldset>
  )
}

type ColumnsProps = Readonly<{
  columns: readonly ColumnId[]
  attributes: readonly CustomAttribute[]
  onChange: (columns: readonly ColumnId[]) => void
}>

function ColumnList({ columns, attributes, onChange }: ColumnsProps) {
  const { t } = useTranslation()
  const label = useColumnLabel(attributes)
  const { list, said, move } = useMoves(columns, onChange, label)
  const { showReviews } = useSession().merchant
  const known = allColumns(attributes.map(({ key }) => key))
  const all = showReviews ? known : withoutReviews(known)
  const hidden = all.filter((id) => !columns.includes(id))
  return (
    <>
      <Text size="sm" fw={500} px="sm" pt="sm">
        {t('customerList.chooser.title')}
      </Text>
      <Text size="xs" c="dimmed" px="sm" pb={6}>
        {t('customerList.chooser.intro')}
      </Text>
      <ScrollArea.Autosize mah="min(400px, calc(100dvh - 360px))" type="auto">
        <ul ref={list} className={classes.list}>
          {[...columns, ...hidden].map((id) => (
            <li key={id} className={classes.item}>
              <label className={classes.label}>
                <input
                  type="checkbox"
                  checked={columns.includes(id)}
                  disabled={id === 'name'}
                  onChange={() => onChange(toggleColumn(columns, id))}
                />
                <span className={classes.words}>{label(id)}</span>
              </label>
              {isPinned(id) && (
                <Text size="xs" c="dimmed" pr="xs">
                  {t(id === 'name' ? 'customerList.chooser.always' : 'customerList.chooser.withName')}
                </Text>
              )}
              {columns.includes(id) && !isPinned(id) && (
                <span className={classes.moves}>
                  <MoveButton id={id} step={-1} columns={columns} label={label(id)} onMove={move} />
                  <MoveButton id={id} step={1} columns={columns} label={label(id)} onMove={move} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

type MoveProps = Readonly<{
  id: ColumnId
  step: 1 | -1
  columns: readonly ColumnId[]
  label: string
  onMove: (id: ColumnId, step: 1 | -1) => void
}>

function MoveButton({ id, step, columns, label, onMove }: MoveProps) {
  const { t } = useTranslation()
  const may = canMove(columns, id, step)
  const Icon = step === -1 ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon
      size={30}
      data-move={`${id} ${step}`}
      aria-label={t(step === -1 ? 'customerList.chooser.moveUp' : 'customerList.chooser.moveDown', {
        column: label,
      })}
      // Not `disabled`: at the end of its way the button would lose the focus that came with it.
      aria-disabled={!may}
      className={classes.move}
      onClick={() => may && onMove(id, step)}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  )
}

/** The focus goes with a column that was moved, and a screen reader hears where it is now. */
function useMoves(
  columns: readonly ColumnId[],
  onChange: (columns: readonly ColumnId[]) => void,
  label: (id: ColumnId) => string,
) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  const [moved, setMoved] = useState<Readonly<{ button: string; said: string }> | null>(null)
  useEffect(() => {
    if (moved !== null) list.current?.querySelector<HTMLElement>(`[data-move="${moved.button}"]`)?.focus()
  }, [moved])
  const move = (id: ColumnId, step: 1 | -1) => {
    const next = moveColumn(columns, id, step)
    onChange(next)
    const place = { column: label(id), position: next.indexOf(id) + 1, count: next.length }
    setMoved({ button: `${id} ${step}`, said: t('customerList.chooser.moved', place) })
  }
  return { list, said: moved?.said ?? '', move }
}
