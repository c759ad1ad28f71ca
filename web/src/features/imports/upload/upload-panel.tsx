import { CloseButton, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bytesText } from '../../../kernel/bytes.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { importErrorText } from '../import-error.ts'
import type { Import, ImportKind, Mapping } from '../imports.api.ts'
import classes from './drop-zone.module.css'
import { DropZone } from './drop-zone.tsx'
import { type Upload, useUploads } from './use-uploads.ts'

type Props = Readonly<{
  title: string
  text: string
  /** What the files are lists of, where that is already known. */
  kind?: ImportKind | null
  mapping?: Mapping | null
  single?: boolean
  onDone: (imports: readonly Import[], refused: number) => void
}>

/** Where files are dropped, and what becomes of them until they wait on the server. */
export function UploadPanel({ title, text, kind = null, mapping = null, single = false, onDone }: Props) {
  const { t } = useTranslation()
  const { uploads, start, stop, isBusy } = useUploads({ kind, mapping, onDone })
  return (
    <div>
      <DropZone
        title={title}
        text={text}
        isBusy={isBusy}
        single={single}
        onFiles={(files) => void start(files)}
      />
      <LeaveGuard
        dirty={isBusy}
        question={{
          title: t('imports.upload.leaveTitle'),
          text: t('imports.upload.leaveText'),
          leave: t('imports.upload.leave'),
        }}
      />
      {uploads.length > 0 && (
        <ul className={classes.uploads}>
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onStop={() => stop(upload.key)} />
          ))}
        </ul>
      )}
    </div>
  )
}

function UploadRow({ upload, onStop }: Readonly<{ upload: Upload; onStop: () => void }>) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const { name, bytes, sent, state, error } = upload
  const isOpen = state === 'waiting' || state === 'sending'
  const percent = Math.floor(sent * 100)
  const isLooked = state === 'sending' && sent === 1
  const text = isLooked ? t('imports.upload.reading') : t(`imports.upload.${state}`, { percent })
  return (
    <li className={classes.upload}>
      <span className={classes.file}>
        {name} <span className={classes.state}>({bytesText(locale, bytes)})</span>
      </span>
      <span className={classes.state} role="status">
        {text}
      </span>
      {(isOpen || state === 'refused') && (
        <CloseButton
          aria-label={t(isOpen ? 'imports.upload.stop' : 'imports.upload.forget', { name })}
          onClick={onStop}
        />
      )}
      {isOpen && (
        <Progress.Root size="sm" className={classes.bar}>
          <Progress.Section value={percent} animated={isLooked} aria-label={name} />
        </Progress.Root>
      )}
      {state === 'refused' && (
        <span className={classes.refused} role="alert">
          {importErrorText(t, error)}
        </span>
      )}
    </li>
  )
}
