import { Button } from '@mantine/core'
import { IconPlus, IconTag } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagsQuery } from '../../api/queries.ts'
import { useCan } from '../../api/session.ts'
import { NothingYet } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/page.tsx'
import type { TagAction } from './tag-action.ts'
import { TagDeleteDialog } from './tag-delete-dialog.tsx'
import { TagDialog } from './tag-dialog.tsx'
import { TagMergeDialog } from './tag-merge-dialog.tsx'
import { TagTable } from './tag-table.tsx'

export function TagSettings() {
  const { t } = useTranslation()
  const { data: tags } = useSuspenseQuery(tagsQuery)
  const mayWrite = useCan()('tags.write')
  const [action, setAction] = useState<TagAction | null>(null)
  // The newest version: after a conflict the dialog that is open saves upon it.
  const newest =
    action !== null && action.kind !== 'create'
      ? (tags.find(({ id }) => id === action.tag.id) ?? action.tag)
      : null
  const close = () => setAction(null)
  const create = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAction({ kind: 'create' })}>
      {t('tags.new')}
    </Button>
  )

  return (
    <Panel
      title={t('tags.title')}
      description={t('tags.intro')}
      actions={mayWrite && tags.length > 0 ? create : null}
    >
      {tags.length === 0 ? (
        <NothingYet
          icon={<IconTag size={26} stroke={1.5} />}
          title={t('tags.emptyTitle')}
          text={t('tags.emptyText')}
          action={mayWrite ? create : undefined}
        />
      ) : (
        <TagTable tags={tags} onAction={mayWrite ? setAction : null} />
      )}
      {action?.kind === 'create' && <TagDialog onClose={close} />}
      {newest && action?.kind === 'edit' && <TagDialog tag={newest} onClose={close} />}
      {newest && action?.kind === 'merge' && <TagMergeDialog tag={newest} tags={tags} onClose={close} />}
      {newest && action?.kind === 'delete' && <TagDeleteDialog tag={newest} onClose={close} />}
    </Panel>
  )
}
