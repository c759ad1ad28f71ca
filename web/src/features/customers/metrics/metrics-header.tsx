import { Anchor } from '@mantine/core'
import { IconMail, IconMapPin, IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { callTo, isCallable, mailTo } from '../../../kernel/reach.ts'
import { backLook } from '../../../ui/back.tsx'
import { PhoneText } from '../../../ui/figures.tsx'
import { useFormat, useName } from '../../../ui/format-context.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { addressLines } from '../address-layouts.ts'
import type { Customer } from '../customers.api.ts'
import classes from './metrics.module.css'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** Who it is, and how to reach them. */
export function MetricsHeader({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { country, countryName } = useFormat()
  const { id, address, email, phones } = customer
  const phone = phones.find(({ isPrimary }) => isPrimary)
  return (
    <>
      <PageHeader
        title={useName(customer.displayName)}
        aside={t('customerMetrics.title')}
        back={
          <LinkButton {...backLook} to="/customers/$customerId" params={{ customerId: id }}>
            {t('customerMetrics.toRecord')}
          </LinkButton>
        }
      />
      <ul className={classes.contact} aria-label={t('customerMetrics.contact')}>
        {address !== null && (
          <Line icon={<IconMapPin {...icon} />}>
            {addressLines(address, country, countryName).join(', ')}
          </Line>
        )}
        {phone !== undefined && (
          <Line icon={<IconPhone {...icon} />}>
            {isCallable(phone.number) ? (
              <Anchor inherit href={callTo(phone.number, phone.extension)}>
                <PhoneText number={phone.number} valid={phone.valid} />
              </Anchor>
            ) : (
              phone.number
            )}
          </Line>
        )}
        {email !== null && (
          <Line icon={<IconMail {...icon} />}>
            <Anchor inherit href={mailTo(email)}>
              {email}
            </Anchor>
          </Line>
        )}
      </ul>
    </>
  )
}

const Line = ({ icon: mark, children }: Readonly<{ icon: ReactNode; children: ReactNode }>) => (
  <li>
    {mark}
    <span>{children}</span>
  </li>
)
