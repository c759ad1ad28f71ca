import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../api/problem.ts'
import { useRemoveSample } from '../../api/sample.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'

export function RemoveSample({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation()
  useReturnFocus()
  const remove = useMutation({ mutationFn: useRemoveSample() })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('shell.sample.removeTitle')}
      text={t('shell.sample.removeText')}
      confirm={t('shell.sample.remove')}
      pending={remove.isPending || remove.isSuccess}
      error={remove.isError ? errorText(t, remove.error) : null}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    />
  )
}
