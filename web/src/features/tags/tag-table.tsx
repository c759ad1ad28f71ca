import { ActionIcon, Table, VisuallyHidden } from '@mantine/core'
import { IconArrowMerge, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Tag } from '../../api/types.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import flush from '../../ui/flush-table.module.css'
import { useFormat } from '../../ui/format-context.tsx'
import { TagBadge } from '../../ui/tag-badge.tsx'
import type { TagAction } from './tag-action.ts'

type Props = Readonly<{ tags: readonly Tag[]; onAction: ((action: TagAction) => void) | null }>

export function TagTable({ tags, onAction }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table layout="fixed" verticalSpacing={6} className={flush.flush}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('tags.name')}</Table.Th>
          <Table.Th ta="right" w={92}>
            {t('tags.customers')}
          </Table.Th>
          {onAction !== null && (
            <Table.Th w={52}>
              <VisuallyHidden>{t('common.more')}</VisuallyHidden>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tags.map((tag) => (
          <Table.Tr key={tag.id}>
            <Table.Td>
              <TagBadge name={tag.name} color={tag.color} />
            </Table.Td>
            <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {tag.capped
                ? t('tags.moreThan', { number: format.number(tag.customers) })
                : format.number(tag.customers)}
            </Table.Td>
            {onAction !== null && (
              <Table.Td ta="right">
                <TagMenu tag={tag} mayMerge={tags.length > 1} onAction={onAction} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type MenuProps = Readonly<{ tag: Tag; mayMerge: boolean; onAction: (action: TagAction) => void }>

function TagMenu({ tag, mayMerge, onAction }: MenuProps) {
  const { t } = useTranslation()
  const act = (kind: 'edit' | 'merge' | 'delete') => () => onAction({ kind, tag })
  const merge = { label: t('tags.merge'), icon: <IconArrowMerge size={16} />, onClick: act('merge') }
  return (
    <ActionMenu
      target={
        <ActionIcon aria-label={t('common.moreFor', { name: tag.name })}>
          <IconDots size={18} />
        </ActionIcon>
      }
      items={[
        { label: t('tags.edit'), icon: <IconPencil size={16} />, onClick: act('edit') },
        ...(mayMerge ? [merge] : []),
        {
          label: t('tags.deleteSubmit'),
          icon: <IconTrash size={16} />,
          danger: true,
          onClick: act('delete'),
        },
      ]}
    />
  )
}
