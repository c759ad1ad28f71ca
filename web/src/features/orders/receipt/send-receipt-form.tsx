import { Alert, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { looksLikeEmail } from '../../../kernel/email.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { showProblem } from '../../../ui/form-error.tsx'
import { notifyNotice, notifySuccess } from '../../../ui/notify.tsx'
import { sendsMailQuery, useSendReceipt } from './receipt-sending.api.ts'

export type SendReceiptProps = Readonly<{
  orderId: string
  /** As it stands on the receipt. */
  number: string
  /** The customer's; what the field begins with. */
  email: string | null
  onClose: () => void
}>

export function SendReceiptForm({ orderId, number, email, onClose }: SendReceiptProps) {
  const { t } = useTranslation()
  const sending = useSendReceipt(orderId)
  const { data: sends } = useQuery(sendsMailQuery)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm({
    initialValues: { to: email ?? '' },
    validate: {
      to: (typed) =>
        typed.trim() === ''
          ? t('outbox.receipt.missing')
          : looksLikeEmail(typed)
            ? null
            : t('errors.email.invalid'),
    },
  })
  const save = ({ to }: { to: string }) => {
    setFault(null)
    const address = to.trim()
    sending.mutate(address, {
      onSuccess: (queued) => {
        if (queued.sends) notifySuccess(t('outbox.receipt.queued', { address }))
        else notifyNotice(t('outbox.receipt.waiting', { address }))
        onClose()
      },
      onError: (error) => setFault(showProblem(form, error, t)),
    })
  }
  return (
    <FormDialog
      title={t('outbox.receipt.title', { number })}
      form={form}
      save={save}
      pending={sending.isPending}
      fault={fault}
      submit={t('outbox.receipt.submit')}
      onClose={onClose}
    >
      {sends === false && (
        <Alert color="orange" variant="light" icon={<IconInfoCircle size={18} />} p="sm">
          {t('outbox.receipt.waits')}
        </Alert>
      )}
      <TextInput
        label={t('outbox.receipt.to')}
        description={t('outbox.receipt.toHint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('to')}
      />
    </FormDialog>
  )
}
