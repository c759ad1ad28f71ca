import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../api/problem.ts'
import type { Tag } from '../../api/types.ts'
import { FormError } from '../../ui/form-error.tsx'
import { notifySuccess } from '../../ui/notify.tsx'
import { SearchSelect } from '../../ui/search-select.tsx'
import { useMergeTag } from './tags.api.ts'

type Props = Readonly<{ tag: Tag; tags: readonly Tag[]; onClose: () => void }>

export function TagMergeDialog({ tag, tags, onClose }: Props) {
  const { t } = useTranslation()
  const [into, setInto] = useState<string | null>(null)
  const merge = useMergeTag()
  const done = (isStarted: boolean) => {
    notifySuccess(t(isStarted ? 'tags.started' : 'tags.merged'))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('tags.mergeTitle', { name: tag.name })}>
      <Stack gap="md">
        <Text size="sm">{t('tags.mergeText', { name: tag.name })}</Text>
        <FormError message={merge.isError ? errorText(t, merge.error) : null} />
        <SearchSelect
          label={t('tags.mergeInto')}
          data={tags
            .filter((other) => other.id !== tag.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={into}
          onChange={setInto}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={into === null}
            loading={merge.isPending}
            onClick={() => into !== null && merge.mutate({ tag, into }, { onSuccess: done })}
          >
            {t('tags.mergeSubmit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
