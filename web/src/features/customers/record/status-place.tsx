import { UnstyledButton } from '@mantine/core'
import { IconArchive, IconChevronDown, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/session.ts'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import type { Customer } from '../customers.api.ts'
import { DeleteDialog } from '../list/delete-dialog.tsx'
import { useRestore } from '../list/use-restore.ts'
import classes from './record.module.css'

/** Whether the customer is one still; to make it inactive asks first, as everywhere. */
export function StatusPlace({ customer }: Readonly<{ customer: Customer }>) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const restore = useRestore()
  const words = t(`customerFields.statuses.${customer.status}`)
  if (!useCan()('customers.delete')) return words
  const item =
    customer.status === 'active'
      ? {
          label: t('customerRecord.inactivate'),
          icon: <IconArchive size={16} />,
          onClick: () => setAsking(true),
        }
      : {
          label: t('customerRecord.restore'),
          icon: <IconRestore size={16} />,
          onClick: () => restore(customer),
        }
  return (
    <>
      <ActionMenu
        items={[item]}
        target={
          <UnstyledButton className={classes.status}>
            {words}
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        }
      />
      {asking && <DeleteDialog row={customer} onClose={() => setAsking(false)} />}
    </>
  )
}
