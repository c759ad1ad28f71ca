import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './metrics.module.css'
import {
  faultOf,
  firstDay,
  lastDay,
  type MetricsSearch,
  type Period,
  type Preset,
  presets,
  usual,
} from './period.ts'

type Props = Readonly<{
  search: MetricsSearch
  /** What the search comes to: the days that own dates begin with. */
  period: Period
  onApply: (search: MetricsSearch) => void
}>

/** Nothing changes before Apply: the days of a period of one's own are typed one after the other. */
export function PeriodPicker({ search, period, onApply }: Props) {
  const { t } = useTranslation()
  const isCustom = search.from !== undefined
  const [choice, setChoice] = useState<Preset | 'custom'>(isCustom ? 'custom' : (search.period ?? usual))
  const [days, setDays] = useState(period)
  const [wasTried, setTried] = useState(false)
  const fault = choice === 'custom' && wasTried ? faultOf(days) : null
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (choice !== 'custom') return onApply({ period: choice === usual ? undefined : choice })
    setTried(true)
    const found = faultOf(days)
    if (found === null) return onApply(days)
    event.currentTarget.querySelector<HTMLInputElement>(`[name="${found.field}"]`)?.focus()
  }
  const field = (name: 'from' | 'to') =>
    ({
      ...{ type: 'date', name, min: firstDay, max: lastDay, value: days[name] },
      label: t(`customerMetrics.${name}`),
      error: fault?.field === name ? t(`customerMetrics.faults.${fault.code}`) : undefined,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
        setDays({ ...days, [name]: event.currentTarget.value }),
    }) as const
  return (
    <form className={classes.picker} onSubmit={apply} noValidate aria-label={t('customerMetrics.period')}>
      <Select
        label={t('customerMetrics.period')}
        value={choice}
        allowDeselect={false}
        onChange={(next) => setChoice((next ?? usual) as Preset | 'custom')}
        data={[...presets, 'custom' as const].map((value) => ({
          value,
          label: t(`customerMetrics.presets.${value}`),
        }))}
      />
      {choice === 'custom' && (
        <>
          <TextInput {...field('from')} />
          <TextInput {...field('to')} />
        </>
      )}
      <Button type="submit" variant="default">
        {t('customerMetrics.apply')}
      </Button>
    </form>
  )
}
