import { Button, FileButton, Group, Text } from '@mantine/core'
import { type ComponentProps, type ComponentType, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../../ui/initials.tsx'
import classes from './form.module.css'
import { useCustomerForm } from './form-context.ts'
import type { PhotoCrop } from './photo-crop.tsx'
import { typedName } from './values.ts'

/** What Save will do with the photo: leave it, put this file in its place, or take it away. */
export type PhotoChange = File | 'remove' | null

const largest = 10 * 1024 * 1024

type Props = Readonly<{
  current: string | null
  change: PhotoChange
  onChange: (change: PhotoChange) => void
}>

export function PhotoField({ current, change, onChange }: Props) {
  const { t } = useTranslation()
  const { values } = useCustomerForm()
  const [fault, setFault] = useState<string | null>(null)
  const preview = usePreview(change)
  // Without this the same file cannot be chosen a second time.
  const forgetInput = useRef<() => void>(null)
  const shown = preview ?? (change === 'remove' ? null : current)
  const choose = (file: File | null) => {
    if (file === null) return
    const problem = !file.type.startsWith('image/') ? 'notImage' : file.size > largest ? 'tooLarge' : null
    setFault(problem && t(`customerForm.photo.${problem}`))
    forgetInput.current?.()
    if (problem === null) crop.begin(file)
  }
  const crop = useCrop(onChange)
  const remove = () => {
    setFault(null)
    onChange(current === null ? null : 'remove')
  }
  return (
    <div className={classes.photo}>
      {preview === null ? (
        <Initials name={typedName(values)} type={values.type} photoUrl={shown} size={72} />
      ) : (
        <img
          src={preview}
          alt={t('customerForm.photo.alt')}
          className={classes.photoImage}
          data-type={values.type}
        />
      )}
      <div>
        <Group gap="xs">
          <FileButton
            accept="image/*"
            resetRef={forgetInput}
            onChange={choose}
            inputProps={{ tabIndex: -1, 'aria-hidden': true }}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {t(shown === null ? 'customerForm.photo.choose' : 'customerForm.photo.change')}
              </Button>
            )}
          </FileButton>
          {shown !== null && (
            <Button variant="subtle" color="gray" size="xs" onClick={remove}>
              {t('customerForm.photo.remove')}
            </Button>
          )}
        </Group>
        <Text size="xs" c={fault === null ? 'dimmed' : 'red.8'} mt={6} role={fault ? 'alert' : undefined}>
          {fault ?? t('customerForm.photo.hint')}
        </Text>
      </div>
      {crop.dialog !== null && (
        <crop.dialog.Crop
          file={crop.dialog.file}
          type={values.type}
          onDone={(photo) => {
            crop.end()
            onChange(photo)
          }}
          onFailed={() => {
            crop.end()
            setFault(t('customerForm.photo.unreadable'))
          }}
          onCancel={crop.end}
        />
      )}
    </div>
  )
}

type Cropping = Readonly<{ file: File; Crop: ComponentType<ComponentProps<typeof PhotoCrop>> }>

/** The dialog for a chosen file; where it cannot be loaded, as without a connection, the whole picture is taken. */
function useCrop(take: (file: File) => void) {
  const [dialog, setDialog] = useState<Cropping | null>(null)
  return {
    dialog,
    begin: (file: File) => {
      import('./photo-crop.tsx').then(
        (module) => setDialog({ file, Crop: module.PhotoCrop }),
        () => take(file),
      )
    },
    end: () => setDialog(null),
  }
}

/** The address under which the browser shows a file that has not been sent. */
function usePreview(change: PhotoChange): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!(change instanceof File)) return setUrl(null)
    const made = URL.createObjectURL(change)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [change])
  return url
}
