import { Menu } from '@mantine/core'
import {
  IconChartBar,
  IconCopy,
  IconExternalLink,
  IconLink,
  IconMail,
  IconMessage,
  IconPencil,
  IconPhone,
  IconReceipt,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { callTo, mailTo, textTo } from '../../../kernel/reach.ts'
import { copyText } from '../../../ui/copy.ts'
import { notifyError, notifySuccess } from '../../../ui/notify.tsx'
import type { CustomerRow } from './list.api.ts'
import type { OpenMenu } from './row-actions.ts'
import { phoneToCall, shownPhone } from './row-reach.ts'

type Props = Readonly<{
  menu: OpenMenu
  onClose: () => void
  onDelete: (row: CustomerRow) => void
  onRestore: (row: CustomerRow) => void
}>

/** The one menu of all rows, at the button that opened it. */
export function RowMenu({ menu, onClose, ...actions }: Props) {
  const { kind, row, anchor } = menu
  const [place] = useState(() => anchor.getBoundingClientRect())
  useCloseOnScroll(anchor, onClose)
  const close = () => {
    onClose()
    if (anchor.isConnected) anchor.focus({ preventScroll: true })
  }
  return (
    <Menu
      opened
      onChange={(opened) => !opened && close()}
      position={kind === 'more' ? 'bottom-end' : 'bottom-start'}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      width={220}
    >
      <Menu.Target>
        <span
          aria-hidden
          style={{
            position: 'fixed',
            top: place.top,
            left: place.left,
            width: place.width,
            height: place.height,
            overflow: 'hidden',
            opacity: 0,
            pointerEvents: 'none',
          }}
        >
          {anchor.getAttribute('aria-label') ?? row.displayName}
        </span>
      </Menu.Target>
      <Menu.Dropdown>
        {kind === 'more' && <MoreItems row={row} {...actions} />}
        {kind === 'email' && <EmailItems email={row.email ?? ''} />}
        {kind === 'phone' && <PhoneItems row={row} />}
      </Menu.Dropdown>
    </Menu>
  )
}

function MoreItems({
  row,
  onDelete,
  onRestore,
}: Omit<Props, 'menu' | 'onClose'> & Readonly<{ row: CustomerRow }>) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const open = { to: '/customers/$customerId', params: { customerId: row.id } } as const
  const { href } = useRouter().buildLocation(open)
  const edit = () => void navigate({ to: '/customers/$customerId/edit', params: { customerId: row.id } })
  const metrics = () =>
    void navigate({ to: '/customers/$customerId/metrics', params: { customerId: row.id } })
  return (
    <>
      <Menu.Item
        component="a"
        href={href}
        target="_blank"
        rel="noopener"
        leftSection={<IconExternalLink size={16} />}
      >
        {t('customerList.row.openTab')}
      </Menu.Item>
      <CopyItem text={`${location.origin}${href}`} label={t('customerList.row.copyLink')} icon={IconLink} />
      <ContactItems row={row} mayChange={['orders.read', 'customers.write', 'customers.delete'].some(can)} />
      {can('orders.read') && (
        <Menu.Item leftSection={<IconChartBar size={16} />} onClick={metrics}>
          {t('customerList.row.metrics')}
        </Menu.Item>
      )}
      {can('orders.read') && (
        <Menu.Item
          leftSection={<IconReceipt size={16} />}
          onClick={() => void navigate({ to: '/orders', search: { customer: row.id } })}
        >
          {t('customerList.row.orders')}
        </Menu.Item>
      )}
      {can('customers.write') && (
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={edit}>
          {t('customerList.row.edit')}
        </Menu.Item>
      )}
      {row.status === 'inactive'
        ? can('customers.write') && (
            <Menu.Item leftSection={<IconRestore size={16} />} onClick={() => onRestore(row)}>
              {t('customerList.row.restore')}
            </Menu.Item>
          )
        : can('customers.delete') && (
            <Menu.Item
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} />}
              onClick={() => onDelete(row)}
            >
              {t('customerList.row.delete')}
            </Menu.Item>
          )}
    </>
  )
}

function ContactItems({ row, mayChange }: Readonly<{ row: CustomerRow; mayChange: boolean }>) {
  return (
    <>
      {(shownPhone(row) || row.email) && <Menu.Divider />}
      {shownPhone(row) && <PhoneItems row={row} />}
      {row.email && <EmailItems email={row.email} />}
      {mayChange && <Menu.Divider />}
    </>
  )
}

function EmailItems({ email }: Readonly<{ email: string }>) {
  const { t } = useTranslation()
  return (
    <>
      <Menu.Item component="a" href={mailTo(email)} leftSection={<IconMail size={16} />}>
        {t('customerList.row.writeEmail')}
      </Menu.Item>
      <CopyItem text={email} label={t('customerList.row.copyEmail')} />
    </>
  )
}

function PhoneItems({ row }: Readonly<{ row: CustomerRow }>) {
  const { t } = useTranslation()
  const phone = phoneToCall(row)
  return (
    <>
      {phone !== null && (
        <>
          <Menu.Item component="a" href={callTo(phone)} leftSection={<IconPhone size={16} />}>
            {t('customerList.row.call')}
          </Menu.Item>
          <Menu.Item component="a" href={textTo(phone)} leftSection={<IconMessage size={16} />}>
            {t('customerList.row.text')}
          </Menu.Item>
        </>
      )}
      <CopyItem text={shownPhone(row) ?? ''} label={t('customerList.row.copyPhone')} />
    </>
  )
}

type CopyProps = Readonly<{ text: string; label: string; icon?: typeof IconCopy }>

function CopyItem({ text, label, icon: Icon = IconCopy }: CopyProps) {
  const { t } = useTranslation()
  const copy = () => copyText(text).then(() => notifySuccess(t('common.copied')), notifyError)
  return (
    <Menu.Item leftSection={<Icon size={16} />} onClick={() => void copy()}>
      {label}
    </Menu.Item>
  )
}

/** The menu hangs where its row was; a row that scrolls away must not leave it behind. */
function useCloseOnScroll(anchor: HTMLElement, onClose: () => void): void {
  const onScroll = useEffectEvent((event: Event) => {
    if (event.target instanceof Node && event.target.contains(anchor)) onClose()
  })
  useEffect(() => {
    const listener = (event: Event) => onScroll(event)
    addEventListener('scroll', listener, { capture: true, passive: true })
    return () => removeEventListener('scroll', listener, { capture: true })
  }, [])
}
