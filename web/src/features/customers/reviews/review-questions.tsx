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

export function ReviewQuestion({ asking, onClose }: Readonly<{ asking: Asking; onClose: () => void }>) {
  const { what, review } = asking
  return what === 'delete' ? (
    <DeleteReview review={review} onClose={onClose} />
  ) : (
    <AssignReview review={review} onClose={onClose} />
  )
}

type Props = Readonly<{ review: Review; onClose: () => void }>

function DeleteReview({ review, onClose }: Props) {
  const { t } = useTranslation()
  const remove = useDeleteReview()
  const done = () => {
    onClose()
    notifySuccess(t('customerReviews.deleted'))
  }
  return (
    <ConfirmDialog
      opened
      danger
      title={t('customerReviews.deleteTitle')}
      text={t('customerReviews.deleteText')}
      confirm={t('customerReviews.delete')}
      pending={remove.isPending}
      error={remove.isError ? errorText(t, remove.error) : null}
      onConfirm={() => remove.mutate(review, { onSuccess: done })}
      onCancel={onClose}
    />
  )
}

function AssignReview({ review, onClose }: Props) {
  const { t } = useTranslation()
  const assign = useAssignReview()
  const to = ({ id, name }: Picked) =>
    assign.mutate(
      { review, customerId: id },
      {
        onSuccess: () => {
          onClose()
          notifySuccess(t('customerReviews.assigned', { name }))
        },
      },
    )
  return (
    <Modal opened onClose={onClose} title={t('customerReviews.assignTitle')} size="md">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('customerReviews.assignText')}
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
