import { Alert, Button, Group } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../kernel/drafts.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import type { FormDraft } from './use-drafts.ts'
import { typedName } from './values.ts'

type Props = Readonly<{
  offer: Draft<FormDraft>
  onRestore: () => void
  onDiscard: () => void
}>

/** What an earlier visit to this form left unsaved. */
export function DraftOffer({ offer: { at, content }, onRestore, onDiscard }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const isToday = format.date(at) === format.date(new Date().toISOString())
  const name = typedName(content.values)
  return (
    <Alert
      color="accent"
      variant="light"
      role="region"
      aria-label={t('common.unsaved')}
      mb="md"
      p="sm"
      icon={<IconHistory size={18} />}
    >
      <Group justify="space-between" gap="xs">
        <span>
          {t('customerForm.draft.offer', { when: isToday ? format.time(at) : format.dateTime(at) })}
          {name !== '' && (
            <>
              {' · '}
              <bdi>{name}</bdi>
            </>
          )}
          {content.hadPhoto && ` · ${t('customerForm.draft.photo')}`}
        </span>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onRestore}>
            {t('customerForm.draft.restore')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onDiscard}>
            {t('customerForm.draft.discard')}
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}
