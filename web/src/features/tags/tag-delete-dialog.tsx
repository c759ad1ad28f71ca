import { useTranslation } from 'react-i18next'
import { errorText } from '../../api/problem.ts'
import type { Tag } from '../../api/types.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { notifySuccess } from '../../ui/notify.tsx'
import { useDeleteTag } from './tags.api.ts'

export function TagDeleteDialog({ tag, onClose }: Readonly<{ tag: Tag; onClose: () => void }>) {
  const { t } = useTranslation()
  const remove = useDeleteTag()
  const done = (isStarted: boolean) => {
    notifySuccess(t(isStarted ? 'tags.started' : 'tags.deleted'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      danger
      title={t('tags.deleteTitle', { name: tag.name })}
      text={tag.customers === 0 ? t('tags.deleteUnused') : t('tags.deleteText', { count: tag.customers })}
      confirm={t('tags.deleteSubmit')}
      pending={remove.isPending}
      error={remove.isError ? errorText(t, remove.error) : null}
      onConfirm={() => remove.mutate(tag, { onSuccess: done })}
      onCancel={onClose}
    />
  )
}
