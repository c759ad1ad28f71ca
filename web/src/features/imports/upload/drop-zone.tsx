import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './drop-zone.module.css'

type Props = Readonly<{
  title: string
  text: string
  isBusy: boolean
  /** One file at a time: the mended one. */
  single?: boolean
  onFiles: (files: readonly File[]) => void
}>

const kinds = '.csv,.tsv,.tab,.txt,.xlsx,.vcf,text/csv,text/tab-separated-values,text/plain,text/vcard'

/** A real file field under a large target: reached by Tab, opened by Space, and files can be dropped on it. */
export function DropZone({ title, text, isBusy, single = false, onFiles }: Props) {
  const { t } = useTranslation()
  const [isOver, setIsOver] = useState(false)
  useNoOpening()
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(single ? files.slice(0, 1) : files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (!isBusy) take(event.dataTransfer.files)
  }
  return (
    <label
      className={classes.zone}
      data-over={isOver || undefined}
      data-busy={isBusy || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        <span className={classes.text}>{text}</span>
      </span>
      <span className={classes.button} aria-hidden>
        {t('imports.choose')}
      </span>
      <input
        type="file"
        className={classes.input}
        accept={kinds}
        multiple={!single}
        disabled={isBusy}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file, mended meanwhile, can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

/** Whoever drops a file beside the zone must not find the browser showing it in place of this page. */
function useNoOpening(): void {
  useEffect(() => {
    const prevent = (event: Event) => event.preventDefault()
    addEventListener('dragover', prevent)
    addEventListener('drop', prevent)
    return () => {
      removeEventListener('dragover', prevent)
      removeEventListener('drop', prevent)
    }
  }, [])
}
