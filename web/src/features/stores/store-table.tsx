import { ActionIcon, Anchor, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconDoorEnter, IconDoorOff, IconDots, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Store } from '../../api/types.ts'
import { callTo, isCallable } from '../../kernel/reach.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { PhoneText } from '../../ui/figures.tsx'
import flush from '../../ui/flush-table.module.css'
import { useFormat } from '../../ui/format-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { notifyError, notifySuccess } from '../../ui/notify.tsx'
import type { StoreAction } from './store-action.ts'
import { useUpdateStore } from './stores.api.ts'

type Props = Readonly<{ stores: readonly Store[]; onAction: ((action: StoreAction) => void) | null }>

export function StoreTable({ stores, onAction }: Props) {
  const { t } = useTranslation()
  return (
    <Table verticalSpacing={6} className={flush.flush}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('stores.name')}</Table.Th>
          <Table.Th visibleFrom="xs">{t('stores.phone')}</Table.Th>
          <Table.Th w={130}>{t('stores.status')}</Table.Th>
          {onAction !== null && (
            <Table.Th w={64}>
              <VisuallyHidden>{t('common.more')}</VisuallyHidden>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {stores.map((store) => (
          <StoreRow key={store.id} store={store} onAction={onAction} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function StoreRow({ store, onAction }: Readonly<{ store: Store; onAction: Props['onAction'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const place = [store.code, store.address?.city].filter(Boolean).join(' · ')
  return (
    <Table.Tr c={store.closedOn ? 'dimmed' : undefined}>
      <Table.Td>
        <Text size="sm" fw={500}>
          {store.name}
        </Text>
        {place !== '' && (
          <Text size="xs" c="dimmed">
            {place}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="xs">{store.phone && <Phone number={store.phone} />}</Table.Td>
      <Table.Td>
        <Mark tone={store.closedOn ? 'dimmed' : 'teal'}>
          {store.closedOn ? t('stores.closedOn', { date: format.day(store.closedOn) }) : t('stores.open')}
        </Mark>
      </Table.Td>
      {onAction !== null && (
        <Table.Td ta="right">
          <StoreMenu store={store} onAction={onAction} />
        </Table.Td>
      )}
    </Table.Tr>
  )
}

function Phone({ number }: Readonly<{ number: string }>) {
  const text = <PhoneText number={number} />
  if (!isCallable(number)) return text
  return (
    <Anchor inherit href={callTo(number)}>
      {text}
    </Anchor>
  )
}

function StoreMenu({ store, onAction }: Readonly<{ store: Store; onAction: (action: StoreAction) => void }>) {
  const { t } = useTranslation()
  const act = (kind: 'edit' | 'close') => () => onAction({ kind, store })
  const update = useUpdateStore()
  const reopen = {
    label: t('stores.reopen'),
    icon: <IconDoorEnter size={16} />,
    onClick: () =>
      update.mutate(
        { store, body: { closedOn: null } },
        { onSuccess: () => notifySuccess(t('stores.reopened')), onError: notifyError },
      ),
  }
  const close = {
    label: t('stores.close'),
    icon: <IconDoorOff size={16} />,
    danger: true,
    onClick: act('close'),
  }
  return (
    <ActionMenu
      target={
        <ActionIcon aria-label={t('common.moreFor', { name: store.name })}>
          <IconDots size={18} />
        </ActionIcon>
      }
      items={[
        { label: t('stores.edit'), icon: <IconPencil size={16} />, onClick: act('edit') },
        store.closedOn === null ? close : reopen,
      ]}
    />
  )
}
