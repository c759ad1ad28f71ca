import { Button } from '@mantine/core'
import { IconFileTypePdf, IconMail, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { receiptQuery } from './metrics.api.ts'
import type { MetricsSearch } from './period.ts'
import classes from './receipt.module.css'
import { ReceiptPaper } from './receipt-paper.tsx'

type Props = Readonly<{
  orderId: string
  customerId: string
  search: MetricsSearch
  onClose: () => void
  /** The dialog that sends it, which belongs to orders. */
  sendDialog: (receipt: Readonly<{ number: string; email: string | null }>, close: () => void) => ReactNode
}>

/** A receipt in the place of the history; printed, it stands on its paper alone. */
export function ReceiptPanel({ orderId, customerId, search, onClose, sendDialog }: Props) {
  const { t } = useTranslation()
  const query = useQuery(receiptQuery(orderId))
  const title = useRef<HTMLHeadingElement>(null)
  const mayWrite = useCan()('orders.write')
  const [isSending, setSending] = useState(false)
  const isThere = query.data !== undefined
  useEffect(() => {
    if (!isThere) return
    title.current?.focus({ preventScroll: true })
    title.current?.scrollIntoView({ block: 'start' })
  }, [isThere])
  useShortcut('escape', t('customerMetrics.toHistory'), onClose)
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <PageLoading />
  return (
    <section className={classes.panel} aria-labelledby="receipt-title">
      <div className={classes.head}>
        <h2 id="receipt-title" ref={title} tabIndex={-1} className={classes.title}>
          {t('customerMetrics.receipt.title', { number: query.data.number })}
        </h2>
        <div className={classes.actions}>
          <LinkButton
            variant="default"
            to="/customers/$customerId/metrics"
            params={{ customerId }}
            search={{ ...search, receipt: undefined }}
            resetScroll={false}
          >
            {t('common.back')}
          </LinkButton>
          <Button
            component="a"
            variant="default"
            href={`/api/v1/orders/${orderId}/receipt.pdf`}
            target="_blank"
            leftSection={<IconFileTypePdf size={17} stroke={1.75} />}
          >
            {t('customerMetrics.pdf')}
          </Button>
          {mayWrite && (
            <Button leftSection={<IconMail size={17} stroke={1.75} />} onClick={() => setSending(true)}>
              {t('customerMetrics.send')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconPrinter size={17} stroke={1.75} />}
            onClick={() => print()}
          >
            {t('customerMetrics.print')}
          </Button>
        </div>
      </div>
      <ReceiptPaper receipt={query.data} />
      {isSending &&
        sendDialog({ number: query.data.number, email: query.data.customer?.email ?? null }, () =>
          setSending(false),
        )}
    </section>
  )
}
