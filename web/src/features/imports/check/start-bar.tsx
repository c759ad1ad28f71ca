import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../../ui/form-error.tsx'
import { importErrorText } from '../import-error.ts'
import { type Import, type Preview, useDiscardImport, useStartImport } from '../imports.api.ts'
import { forStart } from './edits.ts'
import classes from './import-check.module.css'
import { foretold, type Told } from './preview-cells.ts'
import type { Check } from './use-check.ts'
import { useFields, useFieldText } from './use-fields.ts'

const ConfirmDialog = lazy(() =>
  import('../../../ui/confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })),
)

type Props = Readonly<{ item: Import; check: Check; preview: Preview }>

/** Stays in view: whoever is content with what is shown starts from wherever they are. */
export function StartBar({ item, check, preview }: Props) {
  const { t } = useTranslation()
  const start = useStartImport()
  const isTrial = start.isPending && start.variables.dryRun
  const run = (dryRun: boolean) => {
    if (dryRun) check.noteTrial()
    start.mutate({ id: item.id, kind: check.kind, mapping: forStart(check.edits, preview), dryRun })
  }
  const missing = useMissing(check, preview)
  const isReady = !check.isOld && check.error === null && !start.isPending && missing === null
  const told = foretold(preview.rows, item, check.isTrialOld)
  const total = told.coming ?? preview.total
  return (
    <div className={classes.bar}>
      <FormError message={start.isError ? importErrorText(t, start.error) : missing} />
      <Group gap="xs" justify="flex-end" className={classes.buttons}>
        <Discard item={item} />
        <Foretold told={told} />
        <Button variant="default" disabled={!isReady} loading={isTrial} onClick={() => run(true)}>
          {t('imports.start.try')}
        </Button>
        <Button disabled={!isReady} loading={start.isPending && !isTrial} onClick={() => run(false)}>
          {total === null ? t('imports.start.runAll') : t('imports.start.run', { count: total })}
        </Button>
      </Group>
    </div>
  )
}

/** The field without which nothing comes in, when no column goes to it. */
function useMissing({ edits }: Check, { rowsOf, mapping }: Preview): string | null {
  const { t } = useTranslation()
  const text = useFieldText(rowsOf)
  const filled = new Set(Object.values(edits.columns ?? mapping.columns ?? {}))
  const field = useFields(rowsOf).find(({ path, required }) => required && !filled.has(path))
  return field === undefined ? null : t('imports.start.missing', { field: text(field.path) })
}

/** What the last trial says of all rows, else the preview of the first, for whoever has not come to it. */
function Foretold({ told: { rows, warned, rejected, isOfAll } }: Readonly<{ told: Told }>) {
  const { t } = useTranslation()
  const said = [
    warned > 0 ? t('imports.start.warned', { count: warned }) : null,
    rejected > 0 ? t('imports.start.rejected', { count: rejected }) : null,
  ].filter((one) => one !== null)
  return (
    <span className={classes.foretold} role="status">
      {said.length > 0 &&
        t(isOfAll ? 'imports.start.tried' : 'imports.start.first', { count: rows, said: said.join(', ') })}
    </span>
  )
}

/** What was only looked at or tried goes whole; what ended before its first row keeps its place among the imports. */
function Discard({ item }: Readonly<{ item: Import }>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const discarding = useDiscardImport()
  const [isAsking, setIsAsking] = useState(false)
  if (!item.held && !item.dryRun) return null
  // Its answer makes this bar go, and what stands in `mutate` with it; a refusal stands in the dialog.
  const discard = () =>
    discarding.mutateAsync(item.id).then(
      () => navigate({ to: '/imports' }),
      () => undefined,
    )
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setIsAsking(true)}>
        {t('imports.start.discard')}
      </Button>
      <Suspense>
        {isAsking && (
          <ConfirmDialog
            opened
            danger
            title={t('imports.start.discardTitle')}
            text={t(item.held ? 'imports.start.discardText' : 'imports.start.discardTrial')}
            confirm={t('imports.start.discard')}
            cancel={t('common.back')}
            pending={discarding.isPending}
            error={discarding.isError ? importErrorText(t, discarding.error) : null}
            onConfirm={() => void discard()}
            onCancel={() => setIsAsking(false)}
          />
        )}
      </Suspense>
    </>
  )
}
