import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { headBox, type Selection } from '../../../kernel/selection.ts'
import { numberOf } from '../order-words.ts'
import type { OrderRow } from '../orders.api.ts'
import classes from './guest-box.module.css'
import type { OrderPages } from './use-order-pages.ts'

/** Nobody's: such orders can be given to somebody. */
export const isGuests = ({ customer }: OrderRow): boolean => customer === null

export type Selecting = Readonly<{
  selection: Selection
  onSelect: (index: number, isRange: boolean) => void
  onSelectLoaded: () => void
}>

type BoxProps = Readonly<{
  order: OrderRow
  index: number
  isSelected: boolean
  tabIndex?: number
  onSelect: Selecting['onSelect']
}>

/** Nothing at an order that has a customer. */
export function GuestBox({ order, index, isSelected, tabIndex, onSelect }: BoxProps) {
  const { t } = useTranslation()
  const isRange = useRef(false)
  if (!isGuests(order)) return null
  return (
    <label
      className={classes.label}
      onClickCapture={(event) => {
        isRange.current = event.shiftKey
      }}
    >
      <input
        type="checkbox"
        className={classes.box}
        tabIndex={tabIndex}
        checked={isSelected}
        aria-label={t('orders.selection.select', { number: numberOf(order) })}
        onChange={() => onSelect(index, isRange.current)}
      />
    </label>
  )
}

/** All of nobody that are loaded, or none. */
export function GuestsBox({ pages, selecting }: Readonly<{ pages: OrderPages; selecting: Selecting }>) {
  const { t } = useTranslation()
  const loaded = pages.rows.loaded.filter(isGuests).map(({ id }) => id)
  const box = headBox(selecting.selection, loaded)
  return (
    <label className={classes.label}>
      <input
        type="checkbox"
        className={classes.box}
        aria-label={t('orders.selection.selectLoaded')}
        checked={box === 'all'}
        ref={(element) => {
          if (element !== null) element.indeterminate = box === 'some'
        }}
        disabled={pages.isFirst || loaded.length === 0}
        onChange={selecting.onSelectLoaded}
      />
    </label>
  )
}
