import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/session.ts'
import { useFormat } from '../../ui/format-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { notifyError, notifySuccess } from '../../ui/notify.tsx'
import { type OutboxItem, useCancelMail, useRetryMail } from './outbox.api.ts'
import classes from './outbox.module.css'

type Props = Readonly<{
  item: OutboxItem
  /** Without a mail server nothing can be sent now. */
  sends: boolean
}>

const tones = {
  waiting: 'gray',
  sending: 'accent',
  sent: 'teal',
  failed: 'red',
  cancelled: 'gray',
} as const

export function OutboxEntry({ item, sends }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li className={classes.entry}>
      <div className={classes.words}>
        <span className={classes.subject}>
          <bdi>{item.subject}</bdi>
        </span>
        <span>{t('outbox.to', { address: item.to })}</span>
        <span className={classes.facts}>
          <span className={classes.state}>
            <Mark tone={tones[item.state]}>{t(`outbox.states.${item.state}`)}</Mark>
          </span>
          <span>
            <time dateTime={item.createdAt} title={format.relative(item.createdAt)}>
              {format.dateTime(item.createdAt)}
            </time>{' '}
            <bdi>{item.by.name}</bdi>
          </span>
          {item.attempts > 1 && <span>{t('outbox.tries', { count: item.attempts })}</span>}
          {item.nextTryAt !== null && (
            <span>{t('outbox.nextTry', { when: format.dateTime(item.nextTryAt) })}</span>
          )}
        </span>
        <Why item={item} />
      </div>
      <Actions item={item} sends={sends} />
    </li>
  )
}

const known = [
  ['smtp.unreachable', 'smtp_unreachable'],
  ['smtp.later', 'smtp_later'],
  ['smtp.sign_in', 'smtp_sign_in'],
  ['outbox.too_old', 'outbox_too_old'],
  ['outbox.restored', 'outbox_restored'],
  ['outbox.broken', 'outbox_broken'],
] as const

/** The reason in the user's language, and the server's own words as they came. */
function Why({ item: { error, answer } }: Pick<Props, 'item'>) {
  const { t } = useTranslation()
  const key = known.find(([code]) => code === error?.code)?.[1]
  return (
    <>
      {error !== null && <span>{key === undefined ? error.message : t(`outbox.errors.${key}`)}</span>}
      {answer !== null && (
        <span className={classes.answer} dir="ltr">
          {t('outbox.said', { words: answer.text })}
        </span>
      )}
    </>
  )
}

function Actions({ item, sends }: Props) {
  const { t } = useTranslation()
  const mayWrite = useCan()('orders.write')
  const retry = useRetryMail()
  const cancel = useCancelMail()
  const named = { subject: item.subject, address: item.to }
  if (!mayWrite || item.state === 'sent' || item.state === 'sending') return null
  return (
    <span className={classes.actions}>
      {item.state === 'waiting' && (
        <Button
          variant="subtle"
          color="red"
          loading={cancel.isPending}
          aria-label={t('outbox.cancelNamed', named)}
          onClick={() =>
            cancel.mutate(item.id, {
              onSuccess: () => notifySuccess(t('outbox.cancelled')),
              onError: notifyError,
            })
          }
        >
          {t('outbox.cancel')}
        </Button>
      )}
      {sends && (
        <Button
          variant="default"
          loading={retry.isPending}
          aria-label={t('outbox.retryNamed', named)}
          onClick={() =>
            retry.mutate(item.id, {
              onSuccess: () => notifySuccess(t('outbox.retried')),
              onError: notifyError,
            })
          }
        >
          {t('outbox.retry')}
        </Button>
      )}
    </span>
  )
}
