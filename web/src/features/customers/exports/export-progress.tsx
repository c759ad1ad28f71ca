import { Alert, Anchor, Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { bytesText } from '../../../kernel/bytes.ts'
import { FormError } from '../../../ui/form-error.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { LinkAnchor } from '../../../ui/link.tsx'
import classes from './export-dialog.module.css'
import { type Export, fileUrl, useCancelExport } from './exports.api.ts'
import { failureText } from './failure-text.ts'

type Props = Readonly<{ item: Export; onClose: () => void }>

export function ExportProgress({ item, expected, onClose }: Props & Readonly<{ expected: number | null }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const cancel = useCancelExport()
  const done = format.number(item.rows)
  const percent = percentOf(item.rows, expected)
  return (
    <Stack gap="md">
      <div>
        <div className={classes.far}>
          <Text size="sm" fw={550}>
            {t('exporting.run.title')}
          </Text>
          <Text size="sm" c="dimmed">
            {expected === null
              ? t('exporting.run.farUnknown', { done })
              : t('exporting.run.far', { done, all: format.number(expected) })}
          </Text>
        </div>
        <Progress.Root size="lg">
          <Progress.Section
            value={percent ?? 100}
            animated={percent === null}
            aria-label={t('exporting.run.title')}
          />
        </Progress.Root>
        <VisuallyHidden role="status">
          {percent !== null && t('exporting.run.percent', { percent: Math.floor(percent / 10) * 10 })}
        </VisuallyHidden>
      </div>
      <Text size="sm">{t('exporting.run.leave')}</Text>
      <FormError message={cancel.isError ? errorText(t, cancel.error) : null} />
      <Foot>
        <Button
          variant="subtle"
          color="red"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(item.id)}
        >
          {t('exporting.run.cancel')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Foot>
    </Stack>
  )
}

export function ExportEnd({ item, onRetry, onClose }: Props & Readonly<{ onRetry: () => void }>) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  if (item.state === 'failed' || item.state === 'cancelled')
    return <ExportBroken item={item} onRetry={onRetry} onClose={onClose} />
  const facts = [
    t('exporting.end.rows', { count: item.rows }),
    item.bytes === null ? null : bytesText(locale, item.bytes),
  ]
  return (
    <Stack gap="md">
      <div className={classes.end} role="status">
        <IconCircleCheck size={22} stroke={1.75} className={classes.endMark} aria-hidden />
        <div>
          <Text fw={600} className={classes.fileName}>
            {item.fileName}
          </Text>
          <Text size="sm" c="dimmed" className={classes.figure}>
            {facts.filter((fact) => fact !== null).join(' · ')}
          </Text>
          <Text size="sm" mt={8}>
            {t('exporting.end.saved')}
          </Text>
        </div>
      </div>
      <Foot>
        <Anchor href={fileUrl(item)} download size="sm" className={classes.again}>
          <IconDownload size={16} aria-hidden /> {t('exporting.end.again')}
        </Anchor>
        <Button onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </Foot>
    </Stack>
  )
}

function ExportBroken({ item, onRetry, onClose }: Props & Readonly<{ onRetry: () => void }>) {
  const { t } = useTranslation()
  const isFault = item.state === 'failed'
  return (
    <Stack gap="md">
      <Alert
        color={isFault ? 'red' : 'gray'}
        variant="light"
        role={isFault ? 'alert' : 'status'}
        title={t(isFault ? 'exporting.end.failed' : 'exporting.end.cancelled')}
      >
        {item.error !== null && `${failureText(t, item.error)} `}
        {t('exporting.end.failedText')}
      </Alert>
      <Foot>
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button onClick={onRetry}>{t('exporting.end.retry')}</Button>
      </Foot>
    </Stack>
  )
}

function Foot({ children }: Readonly<{ children: React.ReactNode }>) {
  const { t } = useTranslation()
  return (
    <div className={classes.foot}>
      <LinkAnchor to="/exports" size="sm">
        {t('exporting.past')}
      </LinkAnchor>
      <Group gap="md" className={classes.buttons}>
        {children}
      </Group>
    </div>
  )
}

/** Null while nobody knows of how many; others may come and go meanwhile. */
const percentOf = (done: number, all: number | null): number | null =>
  all === null || all === 0 ? null : Math.min(100, Math.floor((done / all) * 100))
