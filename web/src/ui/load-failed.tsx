import { Alert, Button, Group } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './list-page.module.css'

/** Above the rows that are there, when others could not be read. */
export function LoadFailed({ text, onRetry }: Readonly<{ text: string; onRetry: () => void }>) {
  const { t } = useTranslation()
  return (
    <Alert
      className={classes.failed}
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertCircle size={18} />}
      radius={0}
      p="xs"
      px="lg"
    >
      <Group gap="sm">
        {text}
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </Group>
    </Alert>
  )
}
