import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customAttributesQuery } from '../../../api/queries.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { Panel } from '../../../ui/page.tsx'
import { useSourceText } from '../../../ui/source-names.ts'
import { useConsentSince } from '../consent-since.ts'
import type { Customer } from '../customers.api.ts'
import { Attributes } from './attributes.tsx'
import { Billing } from './billing.tsx'
import { DetailPicker } from './detail-picker.tsx'
import { detailsOf, isFilled } from './details.ts'
import { Figures } from './figures.tsx'
import { General } from './general.tsx'
import { InPlace } from './in-place/in-place.tsx'
import { useInPlace } from './in-place/in-place-context.ts'
import type { Part } from './in-place/parts.ts'
import { AddButton, BlockPlace, BlockValue } from './in-place/value-place.tsx'
import classes from './record.module.css'

type Item = readonly [string, ReactNode]
type Props = Readonly<{ customer: Customer }>

export function Overview({ customer }: Props) {
  const { mayWrite } = useInPlace()
  const { data: definitions = [] } = useQuery(customAttributesQuery)
  const picker = useRef<HTMLButtonElement>(null)
  const [added, setAdded] = useState<readonly Part[]>([])
  const drop = (part: Part) => {
    setAdded((parts) => parts.filter((one) => one !== part))
    picker.current?.focus({ preventScroll: true })
  }
  const filled: readonly Part[] = [
    ...detailsOf(customer.type).filter((detail) => isFilled(customer, detail)),
    ...definitions
      .filter(({ key }) => customer.attributes[key] !== undefined && customer.attributes[key] !== null)
      .map(({ key }): Part => `attribute:${key}`),
    ...(channels.some((channel) => customer.consent[channel].state !== 'unknown')
      ? (['consent'] as const)
      : []),
  ]
  const shown = useEver(filled)
  const places = { customer, shown: [...shown, ...added], added, onLeft: drop }
  return (
    <>
      <Notes customer={customer} />
      <Figures customer={customer} />
      <General {...places} />
      {customer.type === 'business' && <Billing customer={customer} />}
      <Attributes {...places} definitions={definitions} />
      {places.shown.includes('consent') && <Consent {...places} />}
      {mayWrite && (
        <DetailPicker
          customer={customer}
          definitions={definitions}
          shown={places.shown}
          button={picker}
          onPick={(part) => setAdded((parts) => [...parts, part])}
        />
      )}
      <ExternalIds customer={customer} />
    </>
  )
}

/** What is shown of a record: its places, and which of them were only just asked for. */
export type Places = Readonly<{
  customer: Customer
  shown: readonly Part[]
  added: readonly Part[]
  onLeft: (part: Part) => void
}>

/** What was emptied stays in its place until the record is left: its refusal would have nowhere to stand. */
function useEver(parts: readonly Part[]): readonly Part[] {
  const [ever, setEver] = useState(parts)
  const fresh = parts.filter((part) => !ever.includes(part))
  if (fresh.length > 0) setEver([...ever, ...fresh])
  return ever
}

function Notes({ customer: { notes } }: Props) {
  const { t } = useTranslation()
  const { mayWrite } = useInPlace()
  const label = t('customerFields.notes')
  if (notes === null && !mayWrite) return null
  return (
    <Panel title={t('customerRecord.overview.notes')}>
      <InPlace part="notes" label={label} isNamed>
        {(edit) =>
          notes === null ? (
            <AddButton edit={edit} text={t('customerRecord.inPlace.notes')} />
          ) : (
            <BlockValue edit={edit} label={label}>
              <p className={classes.notes}>{notes}</p>
            </BlockValue>
          )
        }
      </InPlace>
    </Panel>
  )
}

const channels = ['email', 'sms', 'call'] as const

function Consent({ customer: { consent }, added, onLeft }: Places) {
  const { t } = useTranslation()
  const since = useConsentSince()
  return (
    <Panel title={t('customerRecord.overview.consent')}>
      <BlockPlace
        part="consent"
        label={t('customerFields.consent')}
        startsOpen={added.includes('consent')}
        onLeft={() => added.includes('consent') && onLeft('consent')}
      >
        <DataList
          items={channels.map(
            (channel): Item => [
              t(`customerFields.channels.${channel}`),
              <span key={channel}>
                {t(`customerFields.consentStates.${consent[channel].state}`)}{' '}
                <Text span size="xs" c="dimmed">
                  {consent[channel].state !== 'unknown' && since(consent[channel])}
                </Text>
              </span>,
            ],
          )}
        />
      </BlockPlace>
    </Panel>
  )
}

function ExternalIds({ customer: { externalIds } }: Props) {
  const { t } = useTranslation()
  const sourceText = useSourceText(Object.keys(externalIds))
  const ids = Object.entries(externalIds).map(([source, id]) => [sourceText(source), id] as const)
  if (ids.length === 0) return null
  return (
    <Panel title={t('customerRecord.overview.external')}>
      <DataList items={ids} />
    </Panel>
  )
}
