import { Alert, Button, Group } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format-context.tsx'
import type { Preview } from '../imports.api.ts'
import { isSameReading } from './edits.ts'
import type { Check } from './use-check.ts'

type Props = Readonly<{ check: Check; preview: Preview }>

/** A file with the same header was read before as somebody chose: this one is read so too, or can be. */
export function EarlierNotice({ check: { edits, setEdits }, preview: { earlier } }: Props) {
  const { t } = useTranslation()
  const { date } = useFormat()
  if (earlier === null) return null
  const isUsed = isSameReading(edits, earlier.mapping)
  const file = { file: earlier.fileName, date: date(earlier.createdAt) }
  return (
    <Alert variant="light" icon={<IconHistory size={18} aria-hidden />} p="sm" mb="md">
      <Group justify="space-between" gap="xs">
        <span role="status">{t(isUsed ? 'imports.earlier.used' : 'imports.earlier.offered', file)}</span>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => setEdits(isUsed ? {} : (earlier.mapping ?? {}))}
        >
          {t(isUsed ? 'imports.earlier.findAnew' : 'imports.earlier.use')}
        </Button>
      </Group>
    </Alert>
  )
}
