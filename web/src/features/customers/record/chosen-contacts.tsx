import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { IconArrowRight, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, send } from '../../../api/client.ts'
import { errorText } from '../../../api/problem.ts'
import { useCan, useSession } from '../../../api/session.ts'
import { isolated } from '../../../kernel/isolate.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { CustomerPicker, type Picked } from '../customer-picker.tsx'
import type { Customer } from '../customers.api.ts'
import type { Contact } from './record.api.ts'

type Props = Readonly<{ organization: Customer; contacts: readonly Contact[]; onDone: () => void }>

/** What can be done with those that are ticked: move them elsewhere, delete them. */
export function ChosenContacts({ organization, contacts, onDone }: Props) {
  const { t } = useTranslation()
  const mayDelete = useCan()('customers.delete')
  const [asking, setAsking] = useState<'move' | 'delete' | null>(null)
  const close = () => setAsking(null)
  return (
    <Group
      gap="xs"
      mb="sm"
      role="group"
      aria-label={t('customerRecord.contacts.chosen', { count: contacts.length })}
    >
      <Text size="sm" fw={550}>
        {t('customerRecord.contacts.chosen', { count: contacts.length })}
      </Text>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowRight size={16} />}
        onClick={() => setAsking('move')}
      >
        {t('customerRecord.contacts.move')}
      </Button>
      {mayDelete && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrash size={16} />}
          onClick={() => setAsking('delete')}
        >
          {t('customerRecord.contacts.delete')}
        </Button>
      )}
      {asking === 'move' && (
        <MoveQuestion organization={organization} contacts={contacts} onClose={close} onDone={onDone} />
      )}
      {asking === 'delete' && (
        <DeleteQuestion organization={organization} contacts={contacts} onClose={close} onDone={onDone} />
      )}
    </Group>
  )
}

type QuestionProps = Props & Readonly<{ onClose: () => void }>

function MoveQuestion({ organization, contacts, onClose, onDone }: QuestionProps) {
  const { t } = useTranslation()
  const { showReviews } = useSession().merchant
  const [to, setTo] = useState<Picked | null>(null)
  const [orders, setOrders] = useState<'stay' | 'move'>('stay')
  const [missing, setMissing] = useState(false)
  const move = useChange(
    () =>
      send(
        api.POST('/api/v1/organizations/{id}/contacts/move', {
          params: { path: { id: organization.id } },
          body: { ids: contacts.map(({ id }) => id), to: to?.id ?? '', orders },
        }),
      ),
    t('customerRecord.contacts.moved', { count: contacts.length, organization: isolated(to?.name ?? '') }),
    onDone,
  )
  return (
    <ConfirmDialog
      opened
      title={t('customerRecord.contacts.moveTitle', { count: contacts.length })}
      text={
        <Stack gap="md">
          {to === null ? (
            <CustomerPicker
              type="business"
              without={[organization.id]}
              label={t('customerRecord.contacts.moveTo')}
              placeholder={t('customerRecord.contacts.moveToHint')}
              error={missing && t('customerRecord.contacts.moveToMissing')}
              data-autofocus
              onPick={setTo}
            />
          ) : (
            <Group gap="xs">
              <Text fw={550}>
                <bdi>{to.name}</bdi>
              </Text>
              <Button size="compact-sm" variant="subtle" onClick={() => setTo(null)}>
                {t('customerRecord.contacts.another')}
              </Button>
            </Group>
          )}
          <Radio.Group
            label={t(`customerRecord.contacts.${showReviews ? 'pastOrdersAndReviews' : 'pastOrders'}`)}
            value={orders}
            onChange={(value) => setOrders(value === 'move' ? 'move' : 'stay')}
          >
            <Stack gap={6} mt={4}>
              <Radio
                value="stay"
                label={t('customerRecord.contacts.ordersStay', {
                  organization: isolated(organization.displayName),
                })}
              />
              <Radio value="move" label={t('customerRecord.contacts.ordersMove')} />
            </Stack>
          </Radio.Group>
        </Stack>
      }
      confirm={t('customerRecord.contacts.moveSubmit')}
      pending={move.isPending}
      error={move.error === null ? null : errorText(t, move.error)}
      onConfirm={() => (to === null ? setMissing(true) : move.mutate())}
      onCancel={onClose}
    />
  )
}

function DeleteQuestion({ contacts, onClose, onDone }: QuestionProps) {
  const { t } = useTranslation()
  const remove = useChange(
    () =>
      send(
        api.POST('/api/v1/customers/bulk', {
          body: { action: 'inactivate', ids: contacts.map(({ id }) => id) },
        }),
      ),
    t('customerRecord.contacts.deleted', { count: contacts.length }),
    onDone,
  )
  return (
    <ConfirmDialog
      opened
      danger
      title={t('customerRecord.contacts.deleteTitle', { count: contacts.length })}
      text={t('customerRecord.contacts.deleteText')}
      confirm={t('customerRecord.contacts.delete')}
      pending={remove.isPending}
      error={remove.error === null ? null : errorText(t, remove.error)}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    />
  )
}

function useChange(change: () => Promise<unknown>, done: string, onDone: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      notifySuccess(done)
      onDone()
      await queryClient.invalidateQueries({ queryKey: ['customers'] })
    },
  })
}
