import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../api/queries.ts'
import { useCan } from '../../api/session.ts'
import { NothingYet } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/page.tsx'
import type { StoreAction } from './store-action.ts'
import { StoreCloseDialog } from './store-close-dialog.tsx'
import { StoreDialog } from './store-dialog.tsx'
import { StoreTable } from './store-table.tsx'

export function StoreSettings() {
  const { t } = useTranslation()
  const { data: stores } = useSuspenseQuery(storesQuery)
  const mayWrite = useCan()('stores.write')
  const [action, setAction] = useState<StoreAction | null>(null)
  // The newest version: after a conflict the dialog that is open saves upon it.
  const newest =
    action !== null && action.kind !== 'create'
      ? (stores.find(({ id }) => id === action.store.id) ?? action.store)
      : null
  const close = () => setAction(null)
  const create = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAction({ kind: 'create' })}>
      {t('stores.new')}
    </Button>
  )

  return (
    <Panel
      title={t('stores.title')}
      description={t('stores.intro')}
      actions={mayWrite && stores.length > 0 ? create : null}
    >
      {stores.length === 0 ? (
        <NothingYet
          icon={<IconBuildingStore size={26} stroke={1.5} />}
          title={t('stores.emptyTitle')}
          text={t('stores.emptyText')}
          action={mayWrite ? create : undefined}
        />
      ) : (
        <StoreTable stores={stores} onAction={mayWrite ? setAction : null} />
      )}
      {action?.kind === 'create' && <StoreDialog onClose={close} />}
      {newest && action?.kind === 'edit' && <StoreDialog store={newest} onClose={close} />}
      {newest && action?.kind === 'close' && <StoreCloseDialog store={newest} onClose={close} />}
    </Panel>
  )
}
