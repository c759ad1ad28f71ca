import { SegmentedControl, Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsentSince } from '../consent-since.ts'
import type { Customer } from '../customers.api.ts'
import classes from './form.module.css'
import { useCustomerForm } from './form-context.ts'
import type { ConsentState } from './values.ts'

const channels = ['email', 'sms', 'call'] as const
const states = ['unknown', 'in', 'out'] as const

/** What the customer agreed to receive, channel by channel; since when and by whom stands beside it. */
export function ConsentField({ standing }: Readonly<{ standing: Customer['consent'] | null }>) {
  const { t } = useTranslation()
  const form = useCustomerForm()
  const sinceText = useConsentSince()
  const { consent } = form.values
  return (
    <div className={classes.room}>
      <div className={classes.consent}>
        {channels.map((channel) => {
          const was = standing?.[channel]
          const since = was && was.at !== null && was.state === consent[channel] ? sinceText(was) : null
          return (
            <Fragment key={channel}>
              <Text size="sm" span>
                {t(`customerFields.channels.${channel}`)}
              </Text>
              <SegmentedControl
                size="xs"
                aria-label={t(`customerFields.channels.${channel}`)}
                data={states.map((state) => ({
                  value: state,
                  label: t(`customerFields.consentStates.${state}`),
                }))}
                value={consent[channel]}
                onChange={(state) => form.setFieldValue(`consent.${channel}`, state as ConsentState)}
              />
              <Text size="xs" c="dimmed" span>
                {since}
              </Text>
            </Fragment>
          )
        })}
      </div>
    </div>
  )
}
