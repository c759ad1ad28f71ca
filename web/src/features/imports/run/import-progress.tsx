import { Button, Group, Progress, VisuallyHidden } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../api/problem.ts'
import { FormError } from '../../../ui/form-error.tsx'
import { useFormat } from '../../../ui/format-context.tsx'
import { Panel } from '../../../ui/page.tsx'
import { type Import, useCancelImport, usePauseImport, useResumeImport } from '../imports.api.ts'
import { percentOf } from '../phase.ts'
import classes from './run.module.css'
import { Tally } from './tally.tsx'

const ConfirmDialog = lazy(() =>
  import('../../../ui/confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })),
)

/** How far it is. It goes on without this page. */
export function ImportProgress({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const percent = percentOf(item)
  const word = wordOf(item)
  const far =
    item.total === null
      ? t('imports.run.counting')
      : t('imports.run.far', { done: number(item.processed), count: item.total })
  return (
    <Panel
      title={t(`imports.run.${word}`)}
      description={t(item.state === 'paused' ? 'imports.run.still' : 'imports.run.leave')}
    >
      <div className={classes.far}>
        <span>{far}</span>
        {percent !== null && <span>{t('imports.percent', { percent })}</span>}
      </div>
      <Progress.Root size="lg">
        <Progress.Section
          value={percent ?? 100}
          animated={percent === null && item.state === 'running'}
          aria-label={t(`imports.run.${word}`)}
        />
      </Progress.Root>
      <VisuallyHidden role="status">
        {t(`imports.run.${word}`)} {percent !== null && t('imports.percent', { percent: tenth(percent) })}
      </VisuallyHidden>
      <Tally item={item} />
      <Steps item={item} />
    </Panel>
  )
}

/** Said aloud at every tenth, not at every row. */
const tenth = (percent: number) => Math.floor(percent / 10) * 10

function wordOf({ state, dryRun }: Import) {
  if (state === 'paused') return 'paused'
  if (state === 'queued') return 'queued'
  return dryRun ? 'trying' : 'running'
}

function Steps({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const pause = usePauseImport()
  const resume = useResumeImport()
  const failed = pause.error ?? resume.error
  return (
    <>
      <FormError message={failed === null ? null : errorText(t, failed)} />
      <Group gap="xs" mt="md">
        {item.state === 'paused' ? (
          <Button
            leftSection={<IconPlayerPlay size={17} aria-hidden />}
            loading={resume.isPending}
            onClick={() => resume.mutate(item.id)}
          >
            {t('imports.run.resume')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={17} aria-hidden />}
            loading={pause.isPending}
            onClick={() => pause.mutate(item.id)}
          >
            {t('imports.run.pause')}
          </Button>
        )}
        <Cancel item={item} />
      </Group>
    </>
  )
}

function Cancel({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const cancel = useCancelImport()
  const [isAsking, setIsAsking] = useState(false)
  const text = item.dryRun
    ? t('imports.run.cancelTrial')
    : t(item.kind === 'customers' ? 'imports.run.cancelText' : 'imports.run.cancelRows', {
        done: number(item.created + item.updated),
      })
  return (
    <>
      <Button variant="default" c="var(--mantine-color-error)" onClick={() => setIsAsking(true)}>
        {t('imports.run.cancel')}
      </Button>
      <Suspense>
        {isAsking && (
          <ConfirmDialog
            opened
            danger
            title={t('imports.run.cancelTitle')}
            text={text}
            confirm={t('imports.run.cancel')}
            cancel={t('imports.run.goOn')}
            pending={cancel.isPending}
            error={cancel.isError ? errorText(t, cancel.error) : null}
            onConfirm={() => cancel.mutate(item.id, { onSuccess: () => setIsAsking(false) })}
            onCancel={() => setIsAsking(false)}
          />
        )}
      </Suspense>
    </>
  )
}
