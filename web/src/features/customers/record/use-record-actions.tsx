import { IconChartBar, IconPencil, IconRestore, IconTag, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { usePageAction } from '../../../ui/page-actions.ts'
import type { Customer } from '../customers.api.ts'

const icon = { size: 19, stroke: 1.6 } as const
const icons = {
  edit: <IconPencil {...icon} />,
  metrics: <IconChartBar {...icon} />,
  tag: <IconTag {...icon} />,
  remove: <IconTrash {...icon} />,
  restore: <IconRestore {...icon} />,
}

type Doers = Readonly<{ onDelete: () => void; onRestore: () => void }>

/** The open record in the command palette. */
export function useRecordActions({ id, status }: Customer, { onDelete, onRestore }: Doers): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const [mayWrite, mayDelete] = [can('customers.write'), can('customers.delete')]
  const edit = () => void navigate({ to: '/customers/$customerId/edit', params: { customerId: id } })
  const metrics = () => void navigate({ to: '/customers/$customerId/metrics', params: { customerId: id } })
  const tag = () => document.querySelector<HTMLElement>('[data-path="tags"]')?.focus()
  const isActive = status === 'active'
  usePageAction({ label: t('customerRecord.palette.edit'), icon: icons.edit, run: edit }, mayWrite)
  usePageAction(
    { label: t('customerRecord.palette.metrics'), icon: icons.metrics, run: metrics },
    can('orders.read'),
  )
  usePageAction({ label: t('customerRecord.palette.tag'), icon: icons.tag, run: tag }, mayWrite)
  usePageAction(
    { label: t('customerRecord.palette.delete'), icon: icons.remove, run: onDelete },
    mayDelete && isActive,
  )
  usePageAction(
    { label: t('customerRecord.palette.restore'), icon: icons.restore, run: onRestore },
    mayDelete && !isActive,
  )
}
