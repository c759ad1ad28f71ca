import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '../../../ui/data-list.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import type { Customer } from '../customers.api.ts'
import { useFieldText } from '../field-text.ts'
import { type Detail, detailsOf, isFilled } from './details.ts'
import { ValuePlace } from './in-place/value-place.tsx'
import { webAddress } from './links.ts'
import type { Places } from './overview.tsx'
import classes from './record.module.css'

type Item = readonly [string, ReactNode]

const moments = ['registeredAt', 'lastLoginAt', 'lastActivityAt', 'lastPasswordResetAt'] as const

/** What is known of a person or a business, and what was just asked for. */
export function General({ customer, shown, added, onLeft }: Places) {
  const { t } = useTranslation()
  const { label } = useFieldText()
  const format = useFormat()
  const { type } = customer
  const items: readonly Item[] = [
    ...detailsOf(type)
      .filter((detail) => shown.includes(detail))
      .map(
        (detail): Item => [
          label(detail),
          <ValuePlace
            key={detail}
            part={detail}
            label={label(detail)}
            isNamed
            startsOpen={added.includes(detail)}
            onLeft={() => added.includes(detail) && !isFilled(customer, detail) && onLeft(detail)}
          >
            <Value customer={customer} detail={detail} />
          </ValuePlace>,
        ],
      ),
    ...moments.flatMap((field): readonly Item[] =>
      customer[field] === null ? [] : [[label(field), format.dateTime(customer[field])]],
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

function Value({ customer, detail }: Readonly<{ customer: Customer; detail: Detail }>) {
  const { t } = useTranslation()
  const { text } = useFieldText()
  if (!isFilled(customer, detail)) return <span className={classes.unset}>{t('common.notSet')}</span>
  if (detail === 'website') return <Website address={customer.website ?? ''} />
  return <bdi>{text(detail, customer[detail])}</bdi>
}

function Website({ address }: Readonly<{ address: string }>) {
  const href = webAddress(address)
  if (href === null) return address
  return (
    <Anchor inherit href={href} target="_blank" rel="noreferrer">
      {address}
    </Anchor>
  )
}
