import { Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysAfter, today } from '../../../kernel/calendar.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { showProblem } from '../../../ui/form-error.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { useSnooze } from './record.api.ts'

const presets = [7, 30, 90] as const

/** Until which day nobody need look after this customer. */
export function SnoozeDialog({ id, onClose }: Readonly<{ id: string; onClose: () => void }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = today(format.timeZone)
  const snooze = useSnooze(id)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm({
    initialValues: { until: daysAfter(now, 30) },
    validate: { until: (day) => (day < now ? t('customerRecord.snooze.past') : null) },
  })
  const save = ({ until }: { until: string }) =>
    snooze.mutate(until, {
      onSuccess: () => {
        notifySuccess(t('customerRecord.snooze.done', { day: format.day(until) }))
        onClose()
      },
      onError: (error) => setFault(showProblem(form, error, t)),
    })
  return (
    <FormDialog
      title={t('customerRecord.snooze.title')}
      form={form}
      save={save}
      pending={snooze.isPending}
      fault={fault}
      submit={t('customerRecord.snooze.save')}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('customerRecord.snooze.text')}
      </Text>
      <TextInput
        type="date"
        label={t('customerRecord.snooze.until')}
        min={now}
        max={daysAfter(now, 3650)}
        data-autofocus
        {...form.getInputProps('until')}
      />
      <Group gap="xs">
        {presets.map((days) => (
          <Button
            key={days}
            size="compact-sm"
            variant={form.values.until === daysAfter(now, days) ? 'light' : 'default'}
            onClick={() => form.setFieldValue('until', daysAfter(now, days))}
          >
            {t('customerRecord.snooze.days', { number: days })}
          </Button>
        ))}
      </Group>
    </FormDialog>
  )
}
