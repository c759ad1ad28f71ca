import { NumberInput, Radio, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../api/types.ts'
import { AtRiskPreview } from './at-risk-preview.tsx'

const MOST_DAYS = 3650

/** A field that was emptied holds text. */
export const areAtRiskDays = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_DAYS

type AtRisk = Pick<Settings, 'atRiskRule' | 'atRiskDays'>

/** When a customer who used to order is at risk. */
export function AtRiskFields<V extends AtRisk>({ form }: Readonly<{ form: UseFormReturnType<V> }>) {
  const { t } = useTranslation()
  const { atRiskRule, atRiskDays } = form.values
  const isChanged = form.isDirty('atRiskRule') || form.isDirty('atRiskDays')
  return (
    <Stack gap="md">
      <Radio.Group label={t('settings.business.atRiskRule')} {...form.getInputProps('atRiskRule')}>
        <Stack mt={4} gap="xs">
          <Radio value="days" label={t('settings.business.atRiskRuleDays')} />
          <Radio
            value="rhythm"
            label={t('settings.business.atRiskRuleRhythm')}
            description={t('settings.business.atRiskRhythmHint')}
          />
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t(
          atRiskRule === 'rhythm' ? 'settings.business.atRiskDaysElse' : 'settings.business.atRiskDays',
        )}
        min={1}
        max={MOST_DAYS}
        allowDecimal={false}
        allowNegative={false}
        inputMode="numeric"
        maw={220}
        {...form.getInputProps('atRiskDays')}
      />
      {areAtRiskDays(atRiskDays) && (
        <AtRiskPreview rule={atRiskRule} days={atRiskDays} isChanged={isChanged} />
      )}
    </Stack>
  )
}
