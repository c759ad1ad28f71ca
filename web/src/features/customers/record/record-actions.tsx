import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconChartBar,
  IconDots,
  IconMail,
  IconPencil,
  IconPhone,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { callTo, mailTo } from '../../../kernel/reach.ts'
import { backLook } from '../../../ui/back.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import type { Customer } from '../customers.api.ts'
import { DeleteDialog } from '../list/delete-dialog.tsx'
import { useRestore } from '../list/use-restore.ts'
import classes from './record.module.css'
import { RecordWalk } from './record-walk.tsx'
import { useRecordActions } from './use-record-actions.tsx'

type Props = Readonly<{ customer: Customer; onBack: () => void; onWalk: (id: string) => void }>

/** What one does with a record, the way back, and the way on. */
export function RecordActions({ customer, onBack, onWalk }: Props) {
  const { t } = useTranslation()
  const may = useCan()
  const { id, email, phones } = customer
  const [asking, setAsking] = useState<string | null>(null)
  const restore = useRestore()
  const doers = { onDelete: () => setAsking(id), onRestore: () => restore(customer) }
  useRecordActions(customer, doers)
  const phone = phones.find((one) => one.isPrimary && one.valid)
  return (
    <div className={classes.actions}>
      <Button {...backLook} onClick={onBack}>
        {t('customerForm.back')}
      </Button>
      <RecordWalk customer={customer} onWalk={onWalk} />
      <span className={classes.gap} />
      {phone !== undefined && (
        <Button
          component="a"
          href={callTo(phone.number, phone.extension)}
          variant="default"
          className={classes.action}
          leftSection={<IconPhone size={17} stroke={1.75} />}
        >
          <span className={classes.actionText}>{t('customerRecord.call')}</span>
        </Button>
      )}
      {email !== null && (
        <Button
          component="a"
          href={mailTo(email)}
          variant="default"
          className={classes.action}
          leftSection={<IconMail size={17} stroke={1.75} />}
        >
          <span className={classes.actionText}>{t('customerRecord.email')}</span>
        </Button>
      )}
      {may('customers.write') && (
        <LinkButton
          to="/customers/$customerId/edit"
          params={{ customerId: id }}
          leftSection={<IconPencil size={17} stroke={1.75} />}
        >
          {t('customerRecord.edit')}
        </LinkButton>
      )}
      {(may('orders.read') || may('customers.delete')) && <MoreMenu customer={customer} {...doers} />}
      {asking === id && <DeleteDialog row={customer} onClose={() => setAsking(null)} />}
    </div>
  )
}

type MenuProps = Readonly<{ customer: Customer; onDelete: () => void; onRestore: () => void }>

function MoreMenu({ customer, onDelete, onRestore }: MenuProps) {
  const { t } = useTranslation()
  const may = useCan()
  const navigate = useNavigate()
  const metrics = () =>
    void navigate({ to: '/customers/$customerId/metrics', params: { customerId: customer.id } })
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('common.more')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may('orders.read') && (
          <Menu.Item leftSection={<IconChartBar size={16} />} onClick={metrics}>
            {t('customerRecord.metrics')}
          </Menu.Item>
        )}
        {may('customers.delete') &&
          (customer.status === 'active' ? (
            <Menu.Item
              c="light-dark(var(--mantine-color-red-8), var(--mantine-color-red-3))"
              leftSection={<IconTrash size={16} />}
              onClick={onDelete}
            >
              {t('customerRecord.delete')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconRestore size={16} />} onClick={onRestore}>
              {t('customerRecord.restore')}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
