import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import { useConsentSince } from '../consent-since.ts'
import type { CustomAttribute, Customer } from '../customers.api.ts'
import { useFieldText } from '../field-text.ts'
import { attributeText } from '../list/attribute-text.ts'
import { Billing } from './billing.tsx'
import { webAddress } from './links.ts'
import classes from './record.module.css'

type Item = readonly [string, ReactNode]
type Props = Readonly<{ customer: Customer }>

export function Overview({ customer }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {customer.notes !== null && (
        <Panel title={t('customerRecord.overview.notes')}>
          <p className={classes.notes}>{customer.notes}</p>
        </Panel>
      )}
      <General customer={customer} />
      {customer.type === 'business' && <Billing customer={customer} />}
      <Attributes customer={customer} />
      <Consent customer={customer} />
      <ExternalIds customer={customer} />
    </>
  )
}

const ofPerson = [
  'salutation',
  'firstName',
  'middleName',
  'lastName',
  'nickname',
  'businessName',
  'dateOfBirth',
  'gender',
  'nationality',
  'preferredLanguage',
  'anniversary',
  'idNumber',
  'gateCode',
  'taxId',
] as const
const ofBusiness = [
  'businessName',
  'registrationNumber',
  'taxId',
  'industry',
  'preferredLanguage',
  'gateCode',
] as const

/** What is filled in; a long list of “Not set” would hide it. */
function General({ customer }: Props) {
  const { t } = useTranslation()
  const { text, label } = useFieldText()
  const { website, taxExempt, accountType, type } = customer
  const filled = (type === 'business' ? ofBusiness : ofPerson)
    .filter((field) => customer[field] !== null)
    .map((field): Item => [label(field), text(field, customer[field])])
  const href = website === null ? null : webAddress(website)
  const items: readonly Item[] = [
    ...filled,
    ...(website === null
      ? []
      : [
          [
            label('website'),
            href === null ? (
              website
            ) : (
              <Anchor key="website" inherit href={href} target="_blank" rel="noreferrer">
                {website}
              </Anchor>
            ),
          ] as const,
        ]),
    ...(taxExempt ? [[label('taxExempt'), t('common.yes')] as const] : []),
    [label('accountType'), text('accountType', accountType)],
    ...(['registeredAt', 'lastLoginAt', 'lastActivityAt', 'lastPasswordResetAt'] as const).flatMap((field) =>
      customer[field] === null ? [] : [[label(field), <Moment key={field} at={customer[field]} />] as const],
    ),
  ]
  return (
    <Panel
      title={t(type === 'business' ? 'customerRecord.overview.business' : 'customerRecord.overview.general')}
    >
      <div className={classes.columns}>
        <DataList items={items} />
      </div>
    </Panel>
  )
}

function Moment({ at }: Readonly<{ at: string }>) {
  return useFormat().dateTime(at)
}

function Attributes({ customer: { attributes } }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: definitions = [] } = useQuery(customAttributesQuery)
  const filled = definitions.filter(({ key }) => attributes[key] !== undefined && attributes[key] !== null)
  const groups = Map.groupBy(filled, ({ group }) => group ?? t('customerRecord.overview.custom'))
  return [...groups].map(([group, members]) => (
    <Panel key={group} title={group}>
      <DataList
        items={members.map((definition): Item => {
          const shown = attributeText(definition, attributes[definition.key], { t, format })
          return [
            definition.label,
            <AttributeValue key={definition.key} kind={definition.kind} text={shown} />,
          ]
        })}
      />
    </Panel>
  ))
}

function AttributeValue({ kind, text }: Readonly<{ kind: CustomAttribute['kind']; text: string }>) {
  const href = kind === 'url' ? webAddress(text) : null
  if (href === null) return <span className={classes.long}>{text}</span>
  return (
    <Anchor inherit href={href} target="_blank" rel="noreferrer">
      {text}
    </Anchor>
  )
}

const channels = ['email', 'sms', 'call'] as const

function Consent({ customer: { consent } }: Props) {
  const { t } = useTranslation()
  const since = useConsentSince()
  const asked = channels.filter((channel) => consent[channel].state !== 'unknown')
  if (asked.length === 0) return null
  return (
    <Panel title={t('customerRecord.overview.consent')}>
      <DataList
        items={asked.map(
          (channel): Item => [
            t(`customerFields.channels.${channel}`),
            <span key={channel}>
              {t(`customerFields.consentStates.${consent[channel].state}`)}{' '}
              <Text span size="xs" c="dimmed">
                {since(consent[channel])}
              </Text>
            </span>,
          ],
        )}
      />
    </Panel>
  )
}

function ExternalIds({ customer: { externalIds } }: Props) {
  const { t } = useTranslation()
  const ids = Object.entries(externalIds)
  if (ids.length === 0) return null
  return (
    <Panel title={t('customerRecord.overview.external')}>
      <DataList items={ids} />
    </Panel>
  )
}
