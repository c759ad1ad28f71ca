import { ActionIcon } from '@mantine/core'
import { IconDownload, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { notifyError } from '../../../ui/notify.tsx'
import classes from './export-list.module.css'
import { type Export, fileUrl, isGoing, useCancelExport } from './exports.api.ts'

type Props = Readonly<{ item: Export; size?: number | 'lg' }>

/** What can be done with one of the list. */
export function ExportActions(props: Props) {
  return (
    <span className={classes.actions}>
      {isGoing(props.item) && <Cancel {...props} />}
      <Download {...props} />
    </span>
  )
}

/** Whoever closed the dialog finds it here again. */
function Cancel({ item, size = 'lg' }: Props) {
  const { t } = useTranslation()
  const { mutate, isPending } = useCancelExport()
  const label = t('exporting.list.cancelNamed', { name: item.fileName })
  return (
    <ActionIcon
      color="red"
      size={size}
      loading={isPending}
      aria-label={label}
      title={label}
      onClick={() => mutate(item.id, { onError: notifyError })}
    >
      <IconX size={18} aria-hidden />
    </ActionIcon>
  )
}

/** While it is written, what there is comes at once and the rest as it grows. */
function Download({ item, size = 'lg' }: Props) {
  const { t } = useTranslation()
  if (item.state === 'failed' || item.state === 'cancelled') return null
  const label = t('exporting.list.downloadNamed', { name: item.fileName })
  return (
    <ActionIcon component="a" href={fileUrl(item)} download size={size} aria-label={label} title={label}>
      <IconDownload size={18} aria-hidden />
    </ActionIcon>
  )
}
