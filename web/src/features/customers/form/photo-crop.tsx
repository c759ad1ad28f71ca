// A chosen picture becomes a square photo. In a chunk of its own: few forms get a photo.
import { ActionIcon, Button, Group, Modal, Slider, Stack, Text } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '../../../ui/use-return-focus.ts'
import { useSaveShortcut } from '../../../ui/use-save-shortcut.ts'
import type { CustomerType } from '../customers.api.ts'
import { type Crop, mostZoom, type Size, wholeOf, zoomed, zoomOf } from './crop.ts'
import { cropImage } from './crop-image.ts'
import { CropStage, CropView, zoomStep } from './crop-stage.tsx'
import classes from './photo-crop.module.css'

type Props = Readonly<{
  file: File
  type: CustomerType
  onDone: (photo: File) => void
  /** The browser cannot show the picture, or write it. */
  onFailed: () => void
  onCancel: () => void
}>

const frame = 264

export function PhotoCrop({ file, type, onDone, onFailed, onCancel }: Props) {
  const { t } = useTranslation()
  const image = useImage(file, onFailed)
  const [chosen, setCrop] = useState<Crop | null>(null)
  useReturnFocus()
  const size = image && { width: image.naturalWidth, height: image.naturalHeight }
  const crop = chosen ?? (size && wholeOf(size))
  const use = () => {
    if (image !== null && crop !== null) cropImage(image, crop).then(onDone, onFailed)
  }
  useSaveShortcut(use, 'dialog')
  if (image === null || size === null || crop === null) return null
  const view = { url: image.src, size, crop }
  return (
    <Modal opened onClose={onCancel} title={t('customerForm.photo.crop.title')} size="auto">
      <Stack gap="md">
        <div className={classes.parts}>
          <CropStage {...view} frame={frame} type={type} onCrop={setCrop} />
          <div className={classes.previews} aria-hidden>
            {[88, 32].map((side) => (
              <div
                key={side}
                className={classes.preview}
                data-type={type}
                style={{ width: side, height: side }}
              >
                <CropView {...view} frame={side} />
              </div>
            ))}
          </div>
        </div>
        <Zoom size={size} crop={crop} onCrop={setCrop} />
        <Text id="photo-crop-hint" size="xs" c="dimmed" maw={frame + 112}>
          {t('customerForm.photo.crop.hint')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button onClick={use}>{t('customerForm.photo.crop.use')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

type ZoomProps = Readonly<{ size: Size; crop: Crop; onCrop: (crop: Crop) => void }>

function Zoom({ size, crop, onCrop }: ZoomProps) {
  const { t } = useTranslation()
  const zoom = zoomOf(size, crop)
  const most = mostZoom(size)
  const to = (next: number) => onCrop(zoomed(size, crop, next))
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon
        aria-label={t('customerForm.photo.crop.out')}
        disabled={zoom <= 1}
        onClick={() => to(zoom / zoomStep)}
      >
        <IconMinus size={18} />
      </ActionIcon>
      <Slider
        flex={1}
        min={1}
        max={Math.max(most, 1.01)}
        step={0.01}
        disabled={most === 1}
        label={null}
        thumbLabel={t('customerForm.photo.crop.zoom')}
        value={zoom}
        onChange={to}
      />
      <ActionIcon
        aria-label={t('customerForm.photo.crop.in')}
        disabled={zoom >= most}
        onClick={() => to(zoom * zoomStep)}
      >
        <IconPlus size={18} />
      </ActionIcon>
    </Group>
  )
}

/** The picture once it can be drawn; turned as the camera held it. */
function useImage(file: File, onFailed: () => void): HTMLImageElement | null {
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  const fail = useEffectEvent(onFailed)
  useEffect(() => {
    let isGone = false
    const made = new Image()
    made.src = URL.createObjectURL(file)
    made.decode().then(
      () => !isGone && setImage(made),
      () => !isGone && fail(),
    )
    return () => {
      isGone = true
      URL.revokeObjectURL(made.src)
    }
  }, [file])
  return image
}
