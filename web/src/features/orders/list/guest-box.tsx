import { useTranslation } from 'react-i18next'
import { headBox, type Selection } from '../../../kernel/selection.ts'
import { HeadBox, RowBox } from '../../../ui/row-box.tsx'
import { numberOf } from '../order-words.ts'
import type { OrderRow } from '../orders.api.ts'
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
  if (!isGuests(order)) return null
  return (
    <RowBox
      label={t('orders.selection.select', { number: numberOf(order) })}
      isSelected={isSelected}
      tabIndex={tabIndex}
      onSelect={(isRange) => onSelect(index, isRange)}
    />
  )
}

/** All of nobody that are loaded, or none. */
export function GuestsBox({ pages, selecting }: Readonly<{ pages: OrderPages; selecting: Selecting }>) {
  const { t } = useTranslation()
  const loaded = pages.rows.loaded.filter(isGuests).map(({ id }) => id)
  return (
    <HeadBox
      label={t('orders.selection.selectLoaded')}
      state={headBox(selecting.selection, loaded)}
      disabled={pages.isFirst || loaded.length === 0}
      onToggle={selecting.onSelectLoaded}
    />
  )
}
