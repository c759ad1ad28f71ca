// What is asked before a review goes to somebody else, or away.
import { Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { CustomerPicker, type Picked } from '../customer-picker.tsx'
import type { Asking } from './review-item.tsx'
import { type Review, useAssignReview, useDeleteReview } from './reviews.api.ts'

type Ends = Readonly<{ onClose: () => void; onDone: () => void }>
type Props = Ends & Readonly<{ review: Review }>

export function ReviewQuestion({ asking: { what, review }, ...ends }: Ends & Readonly<{ asking: Asking }>) {
  return what === 'delete' ? (
    <DeleteReview review={review} {...ends} />
  ) : (
    <AssignReview review={review} {...ends} />
  )
}

function DeleteReview({ review, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const remove = useDeleteReview(() => {
    onDone()
    notifySuccess(t('customerReviews.deleted'))
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('customerReviews.deleteTitle')}
      text={t('customerReviews.deleteText')}
      confirm={t('customerReviews.delete')}
      pending={remove.isPending}
      error={remove.isError ? errorText(t, remove.error) : null}
      onConfirm={() => remove.mutate(review)}
      onCancel={onClose}
    />
  )
}

function AssignReview({ review, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const assign = useAssignReview(({ to: { name } }) => {
    onDone()
    notifySuccess(t('customerReviews.assigned', { name }))
  })
  const to = ({ id, name }: Picked) => assign.mutate({ review, to: { id, name } })
  return (
    <Modal opened onClose={onClose} title={t('customerReviews.assignTitle')} size="md">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t(review.customer === null ? 'customerReviews.nobodys.assignText' : 'customerReviews.assignText')}
        </Text>
        <CustomerPicker
          label={t('customerReviews.assignField')}
          placeholder={t('customerReviews.assignHint')}
          without={review.customer === null ? [] : [review.customer.id]}
          disabled={assign.isPending}
          data-autofocus
          onPick={to}
        />
        <FormError message={assign.isError ? errorText(t, assign.error) : null} />
      </Stack>
    </Modal>
  )
}
