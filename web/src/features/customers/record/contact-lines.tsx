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
import { callTo, mailTo, textTo } from '../../../kernel/reach.ts'
import { copyText } from '../../../ui/copy.ts'
import { useFormat, usePhoneFormat } from '../../../ui/format-context.tsx'
import { notifyError, notifySuccess } from '../../../ui/notify.tsx'
import { addressLines } from '../address-layouts.ts'
import type { Customer } from '../customers.api.ts'
import { clickToEdit, EditButton } from './in-place/edit-button.tsx'
import type { OpenEditor } from './in-place/in-place.tsx'
import classes from './record.module.css'

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const

type EmailProps = Readonly<{ email: string; edit: OpenEditor; focus: string }>

export function EmailLine({ email, edit, focus }: EmailProps) {
  const { t } = useTranslation()
  return (
    <Line
      mark={<IconMail {...icon} />}
      edit={edit}
      focus={focus}
      name={email}
      actions={<CopyButton text={email} label={t('customerRecord.copy', { text: email })} />}
    >
      <Anchor href={mailTo(email)} size="sm" className={classes.contactText}>
        {/* Where it does not fit, it goes on behind its sign. */}
        {email.replace(/@.*/, '')}
        <wbr />
        {email.replace(/^[^@]*/, '')}
      </Anchor>
    </Line>
  )
}

type PhoneProps = Readonly<{
  phone: Customer['phones'][number]
  isOnly: boolean
  edit: OpenEditor
  focus: string
}>

export function PhoneLine({ phone, isOnly, edit, focus }: PhoneProps) {
  const { t } = useTranslation()
  const shown = usePhoneFormat()(phone.number)
  const { extension, valid, kind, isPrimary, number } = phone
  const text = extension ? `${shown} ${t('customerFields.extension', { extension })}` : shown
  return (
    <Line
      mark={<IconPhone {...icon} />}
      edit={edit}
      focus={focus}
      name={text}
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
                href={textTo(number)}
                size={28}
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
        <Anchor href={callTo(number, extension)} size="sm" className={classes.contactText}>
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

type AddressProps = Readonly<{ address: Customer['addresses'][number]; isOnly: boolean; edit: OpenEditor }>

export function AddressLine({ address, isOnly, edit }: AddressProps) {
  const { t } = useTranslation()
  const { country, countryName } = useFormat()
  const lines = addressLines(address, country, countryName)
  const { label, gateCode, isBilling, isDelivery } = address
  return (
    <Line
      mark={<IconMapPin {...icon} />}
      edit={edit}
      name={lines[0] ?? t('customerRecord.inPlace.address')}
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

type LineProps = Readonly<{
  mark: ReactNode
  note?: ReactNode
  actions: ReactNode
  edit: OpenEditor
  /** The field that is chosen when this line is. */
  focus?: string
  name: string
  children: ReactNode
}>

function Line({ mark, note, actions, edit, focus, name, children }: LineProps) {
  return (
    <li className={classes.line} data-line>
      <span className={classes.lineMark}>{mark}</span>
      <div className={classes.lineWords} {...clickToEdit(edit, focus)}>
        {children}
        {note !== undefined && <div className={classes.note}>{note}</div>}
      </div>
      <span className={classes.lineActions}>
        {actions}
        <EditButton edit={edit} focus={focus} label={name} />
      </span>
    </li>
  )
}

function CopyButton({ text, label }: Readonly<{ text: string; label: string }>) {
  const { t } = useTranslation()
  const copy = () => void copyText(text).then(() => notifySuccess(t('common.copied')), notifyError)
  return (
    <Tooltip label={t('common.copy')}>
      <ActionIcon size={28} className={classes.copy} aria-label={label} onClick={copy}>
        <IconCopy {...icon} />
      </ActionIcon>
    </Tooltip>
  )
}
