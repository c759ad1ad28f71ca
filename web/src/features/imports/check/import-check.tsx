import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../../../api/problem.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { LinkButton } from '../../../ui/link.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { StateScreen } from '../../../ui/state-screen.tsx'
import { failureText, importErrorText } from '../import-error.ts'
import type { Import, Preview } from '../imports.api.ts'
import { ColumnsPanel } from './columns-panel.tsx'
import { EarlierNotice } from './earlier-notice.tsx'
import classes from './import-check.module.css'
import { KindPicker } from './kind-picker.tsx'
import { OtherFileNotice } from './other-file-notice.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { ReadingPanel } from './reading-panel.tsx'
import { StartBar } from './start-bar.tsx'
import { StoresPanel } from './stores-panel.tsx'
import { TrialPanel } from './trial-panel.tsx'
import { type Check, useCheck } from './use-check.ts'

/** How the file will be read, before anything of it comes in: all of it can be changed, and each change is shown. */
export function ImportCheck({ item }: Readonly<{ item: Import }>) {
  const check = useCheck(item)
  if (check.preview === null && hasStatus(check.error, 409)) return <FileGone />
  return (
    <>
      <KindPicker kind={check.kind} found={item.kind} onChoose={check.chooseKind} />
      <div className={classes.gap}>
        <Reading item={item} check={check} />
      </div>
    </>
  )
}

function Reading({ item, check }: Readonly<{ item: Import; check: Check }>) {
  const { preview, kind, error, retry } = check
  // Of another kind it only stays until that one is read.
  if (preview !== null && (preview.rowsOf === kind || error === null))
    return <Checked item={item} check={check} preview={preview} />
  if (hasStatus(error, 422)) return <Unreadable error={error} />
  return error === null ? <PageLoading /> : <ErrorState error={error} onRetry={retry} />
}

function Checked({ item, check, preview }: Readonly<{ item: Import; check: Check; preview: Preview }>) {
  const { t } = useTranslation()
  return (
    <div className={classes.check}>
      {item.error !== null && <FormError message={failureText(t, item.error)} />}
      {check.error !== null && (
        <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} />} p="sm" mb="md">
          {importErrorText(t, check.error)}
        </Alert>
      )}
      <TrialPanel item={item} isOld={check.isTrialOld} />
      <EarlierNotice check={check} preview={preview} />
      <OtherFileNotice check={check} preview={preview} />
      <ReadingPanel check={check} preview={preview} />
      <div className={classes.gap} data-old={check.isOld || undefined} aria-busy={check.isOld}>
        <ColumnsPanel check={check} preview={preview} />
      </div>
      <div className={classes.gap} data-old={check.isOld || undefined} aria-busy={check.isOld}>
        <StoresPanel check={check} preview={preview} />
      </div>
      <div className={classes.gap} data-old={check.isOld || undefined} aria-busy={check.isOld}>
        <PreviewPanel preview={preview} />
      </div>
      <StartBar item={item} check={check} preview={preview} />
    </div>
  )
}

function FileGone() {
  const { t } = useTranslation()
  return (
    <StateScreen
      icon={<IconAlertCircle size={26} stroke={1.5} />}
      title={t('imports.check.goneTitle')}
      text={t('imports.check.goneText')}
      action={<LinkButton to="/imports">{t('imports.another')}</LinkButton>}
    />
  )
}

function Unreadable({ error }: Readonly<{ error: unknown }>) {
  const { t } = useTranslation()
  return (
    <StateScreen
      alert
      icon={<IconAlertCircle size={26} stroke={1.5} />}
      title={t('imports.check.unreadableTitle')}
      text={importErrorText(t, error)}
      action={<LinkButton to="/imports">{t('imports.another')}</LinkButton>}
    />
  )
}
