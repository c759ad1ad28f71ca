import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickCustomer, Picked } from '../pick-customer.ts'

type Props = Readonly<{
  /** Null: all that match. */
  count: number | null
  isBusy: boolean
  pickCustomer: PickCustomer
  onAssign: (customer: Picked) => void
  onClose: () => void
}>

/** To whom the selected orders go; one more click sends them. */
export function AssignDialog({ count, isBusy, pickCustomer, onAssign, onClose }: Props) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<Picked | null>(null)
  return (
    <Modal opened onClose={onClose} title={t('orders.selection.assign')}>
      <Stack gap="md">
        <Text size="sm">
          {count === null ? t('orders.selection.aboutAll') : t('orders.selection.about', { count })}{' '}
          {t('orders.selection.stays')}
        </Text>
        {pickCustomer({
          label: t('orders.assign.title'),
          placeholder: t('orders.assign.hint'),
          'data-autofocus': true,
          without: picked === null ? [] : [picked.id],
          onPick: setPicked,
        })}
        {picked !== null && (
          <Text size="sm" role="status">
            {t('orders.selection.to')} <b>{picked.name}</b>
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={picked === null}
            loading={isBusy}
            onClick={() => picked !== null && onAssign(picked)}
          >
            {t('orders.selection.send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
