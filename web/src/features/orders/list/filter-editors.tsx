// The inside of each filter: in a popover at its chip, or one under the other in the drawer of phones.
import { useTranslation } from 'react-i18next'
import { compact, toggled } from '../../../kernel/address.ts'
import { today } from '../../../kernel/calendar.ts'
import { comingPresets } from '../../../kernel/day-presets.ts'
import classes from '../../../ui/choice-list.module.css'
import { Choices, useArrowKeys } from '../../../ui/choice-list.tsx'
import { DayRange } from '../../../ui/day-range.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { RadioChoices } from '../../../ui/radio-choices.tsx'
import { StoreChoices } from '../../../ui/store-choices.tsx'
import {
  type FilterName,
  type OrderSearch,
  orderChannels,
  orderStates,
  orderStatuses,
  type RangeName,
  rangeIn,
  withoutFilter,
  withRange,
} from '../order-search.ts'
import { useCustomerName } from './use-order-filters.ts'

type Props = Readonly<{ search: OrderSearch; onChange: (search: OrderSearch) => void }>

export function FilterEditor({ name, ...props }: Props & Readonly<{ name: FilterName }>) {
  if (name === 'state') return <StateFilter {...props} />
  if (name === 'status') return <StatusFilter {...props} />
  if (name === 'channel') return <ChannelFilter {...props} />
  if (name === 'store') return <StoreFilter {...props} />
  if (name === 'guests') return <GuestsFilter {...props} />
  if (name === 'customer') return <CustomerFilter {...props} />
  if (name === 'import') return <ImportFilter {...props} />
  return <DaysFilter name={name} {...props} />
}

function DaysFilter({ name, search, onChange }: Props & Readonly<{ name: RangeName }>) {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
  const coming = comingPresets(today(timeZone)).map(({ id, days, from, to }) => ({
    label: id === 'today' ? t('lists.today') : t(`orders.filters.${id}`, { number: days }),
    from,
    to,
  }))
  return (
    <DayRange
      {...rangeIn(search, name)}
      {...(name === 'wanted' && { presets: coming })}
      onChange={(range) => onChange(withRange(search, name, range))}
    />
  )
}

function StateFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  const options = orderStates.map((state) => [state, t(`orders.states.${state}`)] as const)
  return (
    <RadioChoices
      label={t('orders.filters.state')}
      value={search.state ?? 'any'}
      options={[['any', t('orders.filters.anyState')], ...options]}
      onChange={(value) =>
        onChange(compact({ ...search, state: orderStates.find((state) => state === value) }))
      }
    />
  )
}

function GuestsFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <RadioChoices
      label={t('orders.filters.guests')}
      value={search.guests ? 'guests' : 'any'}
      options={[
        ['any', t('orders.filters.anybody')],
        ['guests', t('orders.filters.guestsOnly')],
      ]}
      onChange={(value) => onChange(compact({ ...search, guests: value === 'guests' || undefined }))}
    />
  )
}

function CustomerFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <RadioChoices
      label={t('orders.filters.customer')}
      value="one"
      options={[
        ['any', t('orders.filters.anyCustomer')],
        ['one', useCustomerName(search)],
      ]}
      onChange={(value) => value === 'any' && onChange(withoutFilter(search, 'customer'))}
    />
  )
}

function ImportFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <RadioChoices
      label={t('orders.filters.import')}
      value="one"
      options={[
        ['any', t('orders.filters.anyImport')],
        ['one', t('orders.filters.importAny')],
      ]}
      onChange={(value) => value === 'any' && onChange(withoutFilter(search, 'import'))}
    />
  )
}

function StatusFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Several
      values={orderStatuses}
      chosen={search.status}
      label={(status) => t(`orders.statuses.${status}`)}
      onChange={(status) => onChange(compact({ ...search, status }))}
    />
  )
}

function ChannelFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Several
      values={orderChannels}
      chosen={search.channel}
      label={(channel) => t(`orders.channels.${channel}`)}
      onChange={(channel) => onChange(compact({ ...search, channel }))}
    />
  )
}

type SeveralProps<T extends string> = Readonly<{
  values: readonly T[]
  chosen: readonly T[] | undefined
  label: (value: T) => string
  onChange: (chosen: readonly T[] | undefined) => void
}>

/** A handful that everybody knows: nothing to search among. */
function Several<T extends string>({ values, chosen, label, onChange }: SeveralProps<T>) {
  const list = useArrowKeys()
  const toggle = (id: string) => {
    const value = values.find((one) => one === id)
    if (value !== undefined) onChange(toggled(chosen, value))
  }
  return (
    <div ref={list} className={classes.choices}>
      <div>
        <Choices
          choices={values.map((value) => ({ id: value, label: label(value) }))}
          chosen={chosen ?? []}
          onChoose={toggle}
        />
      </div>
    </div>
  )
}

function StoreFilter({ search, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <StoreChoices
      chosen={search.store}
      help={t('orders.filters.storeHelp')}
      onChange={(store) => onChange(compact({ ...search, store }))}
    />
  )
}
