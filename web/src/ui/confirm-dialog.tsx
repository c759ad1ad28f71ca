import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormError } from './form-error.tsx'

type Props = Readonly<{
  opened: boolean
  title: string
  text: ReactNode
  /** The verb on the button: “Delete customer”. */
  confirm: string
  cancel?: string
  danger?: boolean
  pending?: boolean
  /** Why it could not be done; the question stays open beside it. */
  error?: string | null
  onConfirm: () => void
  onCancel: () => void
}>

export function ConfirmDialog({
  opened,
  title,
  text,
  confirm,
  cancel,
  danger,
  pending,
  error,
  onConfirm,
  onCancel,
}: Props) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onCancel} title={title} size="md" data-question>
      <Stack gap="md">
        <Text component="div" size="sm">
          {text}
        </Text>
        <FormError message={error ?? null} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} data-autofocus={danger || undefined}>
            {cancel ?? t('common.cancel')}
          </Button>
          <Button
            color={danger ? 'red' : undefined}
            loading={pending}
            onClick={onConfirm}
            data-autofocus={!danger || undefined}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
