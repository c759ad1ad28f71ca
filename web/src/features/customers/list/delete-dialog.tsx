import { List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useName } from '../../../ui/format-context.tsx'
import { notifyWithUndo } from '../../../ui/undo-banner.tsx'
import { dependentsQuery, useInactivateCustomer } from '../customers.api.ts'
import type { CustomerRow } from './list.api.ts'
import { useRestore } from './use-restore.ts'

/** Asks before one customer goes, and names what hangs on it. */
export function DeleteDialog({ row, onClose }: Readonly<{ row: CustomerRow; onClose: () => void }>) {
  const { t } = useTranslation()
  const dependents = useQuery(dependentsQuery(row.id))
  const name = useName(row.displayName)
  const inactivate = useInactivateCustomer()
  const restore = useRestore()
  const done = () => {
    onClose()
    notifyWithUndo(t('customerList.remove.done'), t('common.undo'), () => restore(row))
  }
  const { contacts = 0, managed = 0 } = dependents.data ?? {}
  const named = [
    contacts > 0 ? t('customerList.remove.contacts', { count: contacts }) : null,
    managed > 0 ? t('customerList.remove.managed', { count: managed }) : null,
  ].filter((text) => text !== null)
  return (
    <ConfirmDialog
      opened
      danger
      title={t('customerList.remove.title', { name })}
      text={
        <>
          <Text size="sm">{t('customerList.remove.text')}</Text>
          {named.length > 0 && (
            <List size="sm" mt="xs">
              {named.map((text) => (
                <List.Item key={text}>{text}</List.Item>
              ))}
            </List>
          )}
        </>
      }
      confirm={t('customerList.remove.confirm')}
      pending={inactivate.isPending}
      error={inactivate.isError ? errorText(t, inactivate.error) : null}
      onConfirm={() => inactivate.mutate(row.id, { onSuccess: done })}
      onCancel={onClose}
    />
  )
}

type ManyProps = Readonly<{
  /** Null when more match than were counted. */
  count: number | null
  isBusy: boolean
  onConfirm: () => void
  onClose: () => void
}>

export function DeleteManyDialog({ count, isBusy, onConfirm, onClose }: ManyProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      opened
      danger
      title={
        count === null ? t('customerList.remove.allTitle') : t('customerList.remove.manyTitle', { count })
      }
      text={t('customerList.remove.manyText')}
      confirm={t('customerList.remove.confirm')}
      pending={isBusy}
      onConfirm={onConfirm}
      onCancel={onClose}
    />
  )
}
