import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '../kernel/calendar.ts'
import { dayPresets } from '../kernel/day-presets.ts'
import classes from './choice-list.module.css'
import { useFormat } from './format-context.tsx'

type Range = Readonly<{ from?: string | undefined; to?: string | undefined }>

type Props = Range &
  Readonly<{
    /** Ranges that people ask for; when absent those that last from a day until now. */
    presets?: readonly (Range & Readonly<{ label: string }>)[]
    onChange: (range: Range) => void
  }>

/** From a day to a day, either of them open. */
export function DayRange({ from, to, presets, onChange }: Props) {
  const { t } = useTranslation()
  const past = usePast()
  const set = (range: Range) => onChange({ from: range.from || undefined, to: range.to || undefined })
  return (
    <div className={classes.choices}>
      <div className={classes.dates}>
        <TextInput
          type="date"
          label={t('lists.from')}
          value={from ?? ''}
          max={to}
          data-autofocus
          onChange={(event) => set({ from: event.currentTarget.value, to })}
        />
        <TextInput
          type="date"
          label={t('lists.to')}
          value={to ?? ''}
          min={from}
          onChange={(event) => set({ from, to: event.currentTarget.value })}
        />
      </div>
      <div className={classes.presets}>
        {(presets ?? past).map((preset) => (
          <Button
            key={preset.label}
            variant={from === preset.from && to === preset.to ? 'light' : 'default'}
            size="compact-sm"
            onClick={() => set(preset)}
          >
            {preset.label}
          </Button>
        ))}
      </div>
    </div>
  )
}

function usePast() {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
  return dayPresets(today(timeZone)).map(({ id, days, from }) => ({
    label: id === 'days' ? t('lists.lastDays', { number: days }) : t(`lists.${id}`),
    from,
    to: undefined,
  }))
}
