import { IconMail, IconMessage, IconPhone } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { callTo, mailTo, textTo } from '../../../kernel/reach.ts'
import classes from './customer-table.module.css'
import type { CustomerRow } from './list.api.ts'
import { phoneToCall } from './row-reach.ts'

type Props = Readonly<{ row: CustomerRow; tabIndex: number }>

/** Email, text and call, as far as the customer has them; drawn only for the row under the mouse or in focus. */
export function QuickActions({ row, tabIndex }: Props) {
  const { t } = useTranslation()
  const { displayName: name, email } = row
  const phone = phoneToCall(row)
  if (!email && !phone) return null
  const shared = { tabIndex }
  return (
    <span className={classes.quick}>
      {email && (
        <Quick
          {...shared}
          href={mailTo(email)}
          label={t('customerList.row.emailTo', { name })}
          icon={IconMail}
        />
      )}
      {phone && (
        <>
          <Quick
            {...shared}
            href={textTo(phone)}
            label={t('customerList.row.textTo', { name })}
            icon={IconMessage}
          />
          <Quick
            {...shared}
            href={callTo(phone)}
            label={t('customerList.row.callTo', { name })}
            icon={IconPhone}
          />
        </>
      )}
    </span>
  )
}

type QuickProps = Readonly<{
  href: string
  label: string
  tabIndex: number
  icon: ComponentType<{ size: number; stroke: number }>
}>

function Quick({ href, label, tabIndex, icon: Icon }: QuickProps) {
  return (
    <a className={classes.moreButton} href={href} aria-label={label} title={label} tabIndex={tabIndex}>
      <Icon size={17} stroke={1.75} />
    </a>
  )
}
