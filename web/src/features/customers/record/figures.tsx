import { Button, Group } from '@mantine/core'
import { IconBellPause, IconBellRinging } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { today } from '../../../kernel/calendar.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { DayText, Money } from '../../../ui/figures.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { notifyError, notifySuccess } from '../../../ui/notify.tsx'
import { Panel } from '../../../ui/page.tsx'
import { usePageAction } from '../../../ui/page-actions.ts'
import { ActivityState, useActivityReason } from '../activity-state.tsx'
import type { Customer } from '../customers.api.ts'
import { useSnooze } from './record.api.ts'
import classes from './record.module.css'
import { SnoozeDialog } from './snooze-dialog.tsx'

type Item = readonly [string, ReactNode]
type Props = Readonly<{ customer: Customer }>

/** When and how often they order, what state that makes, and why; what they ordered in all stands in the rail. */
export function Figures({ customer }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { firstOrderAt, lastOrderAt } = customer
  const ordered: readonly Item[] = [
    [t('customerFields.lastOrderAt'), lastOrderAt && format.date(lastOrderAt)],
    [t('customerFields.firstOrderAt'), firstOrderAt && format.date(firstOrderAt)],
    [t('customerFields.visits'), format.number(customer.visits)],
    [t('customerFields.revenue6m'), <Money key="six" value={customer.revenue6m} />],
  ]
  return (
    <Panel title={t('customerRecord.overview.figures')}>
      <div className={classes.columns}>
        <DataList
          items={[
            [t('customerFields.activity'), <State key="state" customer={customer} />],
            ...(lastOrderAt === null ? [] : ordered),
          ]}
        />
      </div>
      <Snooze customer={customer} />
    </Panel>
  )
}

function State({ customer: { activity } }: Props) {
  const reason = useActivityReason()(activity)
  return (
    <>
      <ActivityState activity={activity} />
      {reason !== null && <div className={classes.reason}>{reason}</div>}
    </>
  )
}

/** Of those at risk, and of those who would be. */
function Snooze({ customer }: Props) {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
  const mayWrite = useCan()('customers.write')
  const [isAsking, setAsking] = useState(false)
  const { state } = customer.activity
  const until = customer.snoozedUntil
  const isHeld = until !== null && until >= today(timeZone)
  const isOffered = mayWrite && (state === 'atRisk' || state === 'lost') && !isHeld
  usePageAction(
    {
      label: t('customerRecord.snooze.button'),
      icon: <IconBellPause size={19} stroke={1.6} />,
      run: () => setAsking(true),
    },
    isOffered,
  )
  return (
    <>
      {isHeld && until !== null && <Held customer={customer} until={until} mayWrite={mayWrite} />}
      {isOffered && (
        <Group mt="sm">
          <Button
            variant="default"
            leftSection={<IconBellPause size={17} stroke={1.75} />}
            onClick={() => setAsking(true)}
          >
            {t('customerRecord.snooze.button')}
          </Button>
        </Group>
      )}
      {isAsking && <SnoozeDialog id={customer.id} onClose={() => setAsking(false)} />}
    </>
  )
}

function Held({ customer, until, mayWrite }: Props & Readonly<{ until: string; mayWrite: boolean }>) {
  const { t } = useTranslation()
  const snooze = useSnooze(customer.id)
  const end = () =>
    snooze.mutateAsync(null).then(() => notifySuccess(t('customerRecord.snooze.ended')), notifyError)
  return (
    <Group mt="sm" gap="sm">
      <span>
        {t('customerFields.snoozedUntil')} <DayText day={until} />
      </span>
      {mayWrite && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBellRinging size={15} stroke={1.75} />}
          loading={snooze.isPending}
          onClick={end}
        >
          {t('customerRecord.snooze.end')}
        </Button>
      )}
    </Group>
  )
}
