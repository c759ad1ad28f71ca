import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Preview } from '../imports.api.ts'
import { missingColumns } from './edits.ts'
import type { Check } from './use-check.ts'

type Props = Readonly<{ check: Check; preview: Preview }>

/** Dropped where a mended file was meant, another one is read by columns that it does not have. */
export function OtherFileNotice({ check: { edits, setEdits, isOld }, preview }: Props) {
  const { t } = useTranslation()
  const missing = missingColumns(edits, preview)
  if (missing.length === 0 || isOld) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} p="sm" mb="md">
      <Group justify="space-between" gap="xs">
        <span role="status">
          {t('imports.otherFile.text', { count: missing.length, columns: missing.slice(0, 5).join(', ') })}
        </span>
        <Button variant="default" size="compact-md" onClick={() => setEdits({})}>
          {t('imports.otherFile.readAnew')}
        </Button>
      </Group>
    </Alert>
  )
}
