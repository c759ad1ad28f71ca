import { ActionIcon, Anchor, Badge, Text, Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCopy,
  IconMail,
  IconMapPin,
  IconMessage,
  IconPhone,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../../ui/copy.ts'
import { useFormat, usePhoneFormat } from '../../../ui/format-context.tsx'
import { notifyError, notifySuccess } from '../../../ui/notify.tsx'
import { addressLines } from '../address-layouts.ts'
import type { Customer } from '../customers.api.ts'
import { telephone } from './links.ts'
import classes from './record.module.css'

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const

/** How to reach them: each line can be used and copied. */
export function ContactData({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const { email, additionalEmails, phones, addresses } = customer
  const emails = [...(email === null ? [] : [email]), ...additionalEmails]
  const isEmpty = emails.length + phones.length + addresses.length === 0
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('customerRecord.contactData')}</h2>
      {isEmpty && (
        <Text size="sm" c="dimmed">
          {t('customerRecord.noContactData')}
        </Text>
      )}
      <ul className={classes.contact}>
        {phones.map((phone) => (
          <PhoneLine key={`${phone.number} ${phone.kind}`} phone={phone} isOnly={phones.length === 1} />
        ))}
        {emails.map((one) => (
          <Line
            key={one}
            mark={<IconMail {...icon} />}
            actions={<CopyButton text={one} label={t('customerRecord.copy', { text: one })} />}
          >
            <Anchor href={`mailto:${encodeURI(one)}`} size="sm" className={classes.contactText}>
              {one}
            </Anchor>
          </Line>
        ))}
        {addresses.map((address) => (
          <AddressLine key={address.id} address={address} isOnly={addresses.length === 1} />
        ))}
      </ul>
    </>
  )
}

type PhoneProps = Readonly<{ phone: Customer['phones'][number]; isOnly: boolean }>

function PhoneLine({ phone, isOnly }: PhoneProps) {
  const { t } = useTranslation()
  const shown = usePhoneFormat()(phone.number)
  const { extension, valid, kind, isPrimary, number } = phone
  const text = extension ? `${shown} ${t('customerFields.extension', { extension })}` : shown
  return (
    <Line
      mark={<IconPhone {...icon} />}
      note={
        <>
          {t(`customerFields.phoneKinds.${kind}`)}
          {isPrimary && !isOnly && ` · ${t('customerRecord.main')}`}
        </>
      }
      actions={
        <>
          {valid && kind !== 'fax' && (
            <Tooltip label={t('customerRecord.text')}>
              <ActionIcon
                component="a"
                href={`sms:${number}`}
                size="md"
                aria-label={t('customerRecord.textNumber', { number: shown })}
              >
                <IconMessage {...icon} />
              </ActionIcon>
            </Tooltip>
          )}
          <CopyButton text={text} label={t('customerRecord.copy', { text })} />
        </>
      }
    >
      {valid ? (
        <Anchor href={telephone(phone)} size="sm" className={classes.contactText}>
          {text}
        </Anchor>
      ) : (
        <Text span size="sm" className={classes.contactText}>
          {text}{' '}
          <Tooltip label={t('customerRecord.unknownPhone')}>
            <span className={classes.unknown} role="img" aria-label={t('customerRecord.unknownPhone')}>
              <IconAlertTriangle size={15} aria-hidden />
            </span>
          </Tooltip>
        </Text>
      )}
    </Line>
  )
}

type AddressProps = Readonly<{ address: Customer['addresses'][number]; isOnly: boolean }>

function AddressLine({ address, isOnly }: AddressProps) {
  const { t } = useTranslation()
  const { country, countryName } = useFormat()
  const lines = addressLines(address, country, countryName)
  const { label, gateCode, isBilling, isDelivery } = address
  return (
    <Line
      mark={<IconMapPin {...icon} />}
      actions={<CopyButton text={lines.join('\n')} label={t('customerRecord.copyAddress')} />}
      note={
        <>
          {[label, gateCode && `${t('customerFields.gateCode')}: ${gateCode}`].filter(Boolean).join(' · ')}
          {!isOnly && (
            <span className={classes.badges}>
              {isBilling && <Default text={t('customerRecord.billingAddress')} />}
              {isDelivery && <Default text={t('customerRecord.deliveryAddress')} />}
            </span>
          )}
        </>
      }
    >
      <address className={classes.address}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
    </Line>
  )
}

const Default = ({ text }: Readonly<{ text: string }>) => (
  <Badge variant="default" size="xs" tt="none">
    {text}
  </Badge>
)

type LineProps = Readonly<{ mark: ReactNode; note?: ReactNode; actions: ReactNode; children: ReactNode }>

function Line({ mark, note, actions, children }: LineProps) {
  return (
    <li className={classes.line}>
      <span className={classes.lineMark}>{mark}</span>
      <div className={classes.lineWords}>
        {children}
        {note !== undefined && <div className={classes.note}>{note}</div>}
      </div>
      <span className={classes.lineActions}>{actions}</span>
    </li>
  )
}

function CopyButton({ text, label }: Readonly<{ text: string; label: string }>) {
  const { t } = useTranslation()
  const copy = () => void copyText(text).then(() => notifySuccess(t('common.copied')), notifyError)
  return (
    <Tooltip label={t('common.copy')}>
      <ActionIcon size="md" aria-label={label} onClick={copy}>
        <IconCopy {...icon} />
      </ActionIcon>
    </Tooltip>
  )
}
