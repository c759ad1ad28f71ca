import { Button } from '@mantine/core'
import { IconFileTypePdf, IconMail, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { type Order, orderReceiptQuery } from '../orders.api.ts'
import { SendReceiptDialog } from '../receipt/send-receipt-dialog.tsx'
import classes from './order-page.module.css'

/** What can be handed over of an order: its receipt as a file or by mail, and the order on paper. */
export function OrderActions({ order: { id } }: Readonly<{ order: Order }>) {
  const { t } = useTranslation()
  const maySend = useCan()('orders.write')
  const [isSending, setSending] = useState(false)
  // It says by which number the receipt goes, and where to.
  const { data: receipt } = useQuery({ ...orderReceiptQuery(id), enabled: isSending })
  const look = { variant: 'default', className: classes.button } as const
  return (
    <>
      <Button
        {...look}
        component="a"
        href={`/api/v1/orders/${id}/receipt.pdf`}
        target="_blank"
        leftSection={<IconFileTypePdf size={17} aria-hidden />}
      >
        {t('orders.page.pdf')}
      </Button>
      {maySend && (
        <Button
          {...look}
          loading={isSending && receipt === undefined}
          leftSection={<IconMail size={17} aria-hidden />}
          onClick={() => setSending(true)}
        >
          {t('orders.page.send')}
        </Button>
      )}
      <Button {...look} leftSection={<IconPrinter size={17} aria-hidden />} onClick={() => print()}>
        {t('orders.page.print')}
      </Button>
      {isSending && receipt !== undefined && (
        <SendReceiptDialog
          orderId={id}
          number={receipt.number}
          email={receipt.customer?.email ?? null}
          onClose={() => setSending(false)}
        />
      )}
    </>
  )
}
