import { Button, CloseButton, Popover, Text } from '@mantine/core'
import {
  IconBuildingStore,
  IconFileExport,
  IconRestore,
  IconTag,
  IconTagOff,
  IconTrash,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { storesQuery, tagsQuery } from '../../../api/queries.ts'
import { useCan } from '../../../api/session.ts'
import { type Choice, ChoiceList } from '../../../ui/choice-list.tsx'
import { JobProgress } from '../../../ui/job-progress.tsx'
import classes from '../../../ui/selection-bar.module.css'
import { ColorDot } from '../../../ui/tag-badge.tsx'
import { doingText } from './bulk-outcome.ts'
import type { BulkBody } from './list.api.ts'
import type { Bulk } from './use-bulk.ts'

export type Asked = Readonly<{ action: BulkBody['action']; tagId?: string; tag?: string; storeId?: string }>

type Props = Readonly<{
  /** “12 selected” */
  text: string
  /** “Select all 2,431 that match”; null when they are. */
  selectAll: string | null
  status: 'active' | 'inactive' | 'all'
  isBusy: boolean
  onSelectAll: () => void
  onClear: () => void
  onAsk: (asked: Asked, target: string | null) => void
  onExport: () => void
}>

/** Slides in with the first customer that is selected. */
export function SelectionBar({
  text,
  selectAll,
  status,
  isBusy,
  onSelectAll,
  onClear,
  onAsk,
  onExport,
}: Props) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <section className={classes.bar} aria-label={t('customerList.selection.label')}>
      <div className={classes.count}>
        <CloseButton aria-label={t('customerList.selection.clear')} onClick={onClear} />
        <Text span size="sm" fw={550} role="status" className={classes.figure}>
          {text}
        </Text>
        {selectAll !== null && (
          <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
            {selectAll}
          </Button>
        )}
      </div>
      <div className={classes.actions}>
        {can('customers.write') && <TagActions isBusy={isBusy} onAsk={onAsk} />}
        {can('customers.export') && (
          <Action
            label={t('customerList.export')}
            icon={<IconFileExport size={17} aria-hidden />}
            isBusy={false}
            onClick={onExport}
          />
        )}
        {can('customers.delete') && status !== 'inactive' && (
          <Action
            label={t('customerList.selection.delete')}
            icon={<IconTrash size={17} aria-hidden />}
            isBusy={isBusy}
            isDanger
            onClick={() => onAsk({ action: 'inactivate' }, null)}
          />
        )}
        {can('customers.write') && status !== 'active' && (
          <Action
            label={t('customerList.selection.restore')}
            icon={<IconRestore size={17} aria-hidden />}
            isBusy={isBusy}
            onClick={() => onAsk({ action: 'restore' }, null)}
          />
        )}
      </div>
    </section>
  )
}

function TagActions({ isBusy, onAsk }: Pick<Props, 'isBusy' | 'onAsk'>) {
  const { t } = useTranslation()
  const mayCreate = useCan()('tags.write')
  const tags = useQuery(tagsQuery).data ?? []
  const stores = (useQuery(storesQuery).data ?? []).filter(({ closedOn }) => closedOn === null)
  const tagChoices = tags.map(({ id, name, color }) => ({
    id,
    label: name,
    mark: <ColorDot color={color} />,
  }))
  const tagTexts = {
    choices: tagChoices,
    findLabel: t('customerList.filters.findTag'),
    emptyText: t('customerList.filters.noTags'),
    isBusy,
  }
  return (
    <>
      <PickAction
        {...tagTexts}
        label={t('customerList.selection.addTag')}
        icon={<IconTag size={17} aria-hidden />}
        onPick={({ id, label }) => onAsk({ action: 'addTag', tagId: id }, label)}
        onCreate={mayCreate ? (tag) => onAsk({ action: 'addTag', tag }, tag) : undefined}
      />
      <PickAction
        {...tagTexts}
        label={t('customerList.selection.removeTag')}
        icon={<IconTagOff size={17} aria-hidden />}
        onPick={({ id, label }) => onAsk({ action: 'removeTag', tagId: id }, label)}
      />
      {stores.length > 0 && (
        <PickAction
          choices={stores.map(({ id, name, code }) => ({ id, label: name, detail: code }))}
          findLabel={t('lists.findStore')}
          emptyText={t('lists.noStores')}
          isBusy={isBusy}
          label={t('customerList.selection.assignStore')}
          icon={<IconBuildingStore size={17} aria-hidden />}
          onPick={({ id, label }) => onAsk({ action: 'assignStore', storeId: id }, label)}
        />
      )}
    </>
  )
}

type ActionProps = Readonly<{
  label: string
  icon: ReactNode
  isBusy: boolean
  isDanger?: boolean
  onClick?: () => void
}>

function Action({ label, icon, isBusy, isDanger = false, ...rest }: ActionProps) {
  return (
    <Button
      variant="default"
      px="sm"
      c={isDanger ? 'var(--mantine-color-error)' : undefined}
      leftSection={icon}
      disabled={isBusy}
      {...rest}
    >
      <span className={classes.words}>{label}</span>
    </Button>
  )
}

type PickProps = ActionProps &
  Readonly<{
    choices: readonly Choice[]
    findLabel: string
    emptyText: string
    onPick: (choice: Choice) => void
    onCreate?: (name: string) => void
  }>

function PickAction({ choices, findLabel, emptyText, onPick, onCreate, ...action }: PickProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const pick = (id: string) => {
    setOpened(false)
    const choice = choices.find((one) => one.id === id)
    if (choice !== undefined) onPick(choice)
  }
  const create = (name: string) => {
    setOpened(false)
    onCreate?.(name)
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top"
      shadow="md"
      width={280}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Action {...action} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <ChoiceList
          choices={choices}
          findLabel={findLabel}
          emptyText={emptyText}
          onChoose={pick}
          createLabel={(name) => t('customerList.selection.createTag', { name })}
          onCreate={onCreate && create}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** How far the worker is, in the place of the bar. */
export function BulkProgress({ bulk }: Readonly<{ bulk: Bulk }>) {
  const { t } = useTranslation()
  const { work, job, cancel, isCancelling } = bulk
  if (work === null || job === null) return null
  return (
    <JobProgress
      job={job}
      isUndo={work.isUndo}
      label={doingText(t, work)}
      isCancelling={isCancelling}
      onCancel={cancel}
    />
  )
}
