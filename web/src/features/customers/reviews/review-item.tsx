import { Button, UnstyledButton } from '@mantine/core'
import { IconDots, IconTrash, IconUserPlus } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { isolated } from '../../../kernel/isolate.ts'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { NameText } from '../../../ui/name-text.tsx'
import { useSourceText } from '../../../ui/source-names.ts'
import type { Review } from './reviews.api.ts'
import classes from './reviews.module.css'
import { Stars } from './stars.tsx'

const tones = { positive: 'teal', neutral: 'gray', negative: 'red' } as const
const shapes = { positive: 'dot', neutral: 'ring', negative: 'diamond' } as const

export type Asking = Readonly<{ what: 'assign' | 'delete'; review: Review }>
/** `customerId`: whose page it stands on; null among those of everybody. */
type Props = Readonly<{ review: Review; customerId: string | null; onAsk: (asking: Asking) => void }>

export function ReviewItem({ review, customerId, onAsk }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const mayWrite = useCan()('orders.write')
  const { localDay, sentiment, score, text, response } = review
  const day = format.day(localDay)
  const isNobodys = customerId === null && ofNobody(review)
  return (
    <li className={classes.review}>
      <div className={classes.head}>
        <span className={classes.judged}>
          <Stars review={review} />
          {score !== null && (
            <Mark tone={tones[sentiment]} shape={shapes[sentiment]}>
              {t(`customerReviews.sentiments.${sentiment}`)}
            </Mark>
          )}
        </span>
        <time dateTime={review.at} title={format.dateTime(review.at)} className={classes.when}>
          {day}
        </time>
        {mayWrite && isNobodys && (
          <Button
            size="compact-sm"
            variant="default"
            className={classes.assign}
            aria-label={t('customerReviews.nobodys.assignOf', { day })}
            onClick={() => onAsk({ what: 'assign', review })}
          >
            {t('customerReviews.nobodys.assign')}
          </Button>
        )}
        {mayWrite && (
          <ActionMenu
            width={240}
            target={
              <button type="button" className={classes.more} aria-label={t('customerReviews.more', { day })}>
                <IconDots size={18} aria-hidden />
              </button>
            }
            items={[
              {
                label: t(isNobodys ? 'customerReviews.nobodys.assign' : 'customerReviews.assign'),
                icon: <IconUserPlus size={16} />,
                onClick: () => onAsk({ what: 'assign', review }),
              },
              {
                label: t('customerReviews.delete'),
                icon: <IconTrash size={16} />,
                danger: true,
                onClick: () => onAsk({ what: 'delete', review }),
              },
            ]}
          />
        )}
      </div>
      {text === null ? <p className={classes.quiet}>{t('customerReviews.unsaid')}</p> : <Words text={text} />}
      {response !== null && (
        <div className={classes.answer}>
          <span className={classes.about}>
            {t('customerReviews.answer')}
            {response.at !== null && ` · ${format.date(response.at)}`}
          </span>
          <Words text={response.text} />
        </div>
      )}
      <About review={review} customerId={customerId} />
    </li>
  )
}

/** Where, by whom, of which order. */
function About({ review, customerId }: Omit<Props, 'onAsk'>) {
  const { t } = useTranslation()
  const { store, author, order, source } = review
  const party = review.customer ?? review.organization
  const sourceText = useSourceText([source])
  const named = namedBy(review.customerReference)
  const parts: readonly (readonly [string, ReactNode])[] = [
    ...(party !== null && party.id !== customerId
      ? [
          [
            'customer',
            <LinkAnchor key="customer" inherit to="/customers/$customerId" params={{ customerId: party.id }}>
              <NameText name={party.name} />
            </LinkAnchor>,
          ] as const,
        ]
      : []),
    ...(author !== null ? [['author', t('customerReviews.by', { name: isolated(author) })] as const] : []),
    ...(store !== null ? [['store', <bdi key="store">{store.name}</bdi>] as const] : []),
    ...(customerId === null && ofNobody(review) && named !== null
      ? [['named', t('customerReviews.nobodys.named', { reference: isolated(named) })] as const]
      : []),
    ['source', t('customerReviews.from', { source: isolated(sourceText(source)) })],
    ...(order !== null
      ? [
          [
            'order',
            <LinkAnchor key="order" inherit to="/orders/$orderId" params={{ orderId: order.id }}>
              {order.number === null
                ? t('customerReviews.orderPlain')
                : t('customerReviews.order', { number: isolated(order.number) })}
            </LinkAnchor>,
          ] as const,
        ]
      : []),
  ]
  return (
    <ul className={classes.parts}>
      {parts.map(([name, part]) => (
        <li key={name}>{part}</li>
      ))}
    </ul>
  )
}

const ofNobody = ({ customer, organization }: Review): boolean => customer === null && organization === null

/** By what the source named somebody who was not found. */
function namedBy(reference: Review['customerReference']): string | null {
  const { email, phone, number, externalId } = reference ?? {}
  return [email, phone, number, externalId].find((one) => typeof one === 'string') ?? null
}

const longText = 600

function Words({ text }: Readonly<{ text: string }>) {
  const { t } = useTranslation()
  const id = useId()
  const [isWhole, setWhole] = useState(false)
  const isLong = text.length > longText
  return (
    <>
      <p id={id} className={classes.words} dir="auto">
        {isLong && !isWhole ? `${text.slice(0, longText)}…` : text}
      </p>
      {isLong && (
        <UnstyledButton
          className={classes.fold}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {t(isWhole ? 'customerReviews.showLess' : 'customerReviews.showMore')}
        </UnstyledButton>
      )}
    </>
  )
}
