import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '../kernel/calendar.ts'
import { dayPresets } from '../kernel/day-presets.ts'
import classes from './choice-list.module.css'
import { useFormat } from './format-context.tsx'

type Range = Readonly<{ from?: string | undefined; to?: string | undefined }>

/** From a day to a day, either of them open; the presets begin one that lasts until now. */
export function DayRange({ from, to, onChange }: Range & Readonly<{ onChange: (range: Range) => void }>) {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
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
        {dayPresets(today(timeZone)).map((preset) => (
          <Button
            key={`${preset.id} ${preset.days}`}
            variant={from === preset.from && to === undefined ? 'light' : 'default'}
            size="compact-sm"
            onClick={() => set({ from: preset.from })}
          >
            {preset.id === 'days' ? t('lists.lastDays', { number: preset.days }) : t(`lists.${preset.id}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
