import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerType } from '../customers.api.ts'
import { type Crop, moved, placeOf, type Size, zoomed, zoomOf } from './crop.ts'
import classes from './photo-crop.module.css'

type ViewProps = Readonly<{ url: string; size: Size; crop: Crop; frame: number }>

/** What the square holds, at any size. */
export function CropView({ url, size, crop, frame }: ViewProps) {
  const { scale, left, top } = placeOf(crop, frame)
  return (
    <img
      src={url}
      alt=""
      draggable={false}
      className={classes.image}
      style={{
        width: size.width,
        height: size.height,
        transform: `translate(${left}px, ${top}px) scale(${scale})`,
      }}
    />
  )
}

type StageProps = ViewProps & Readonly<{ type: CustomerType; onCrop: (crop: Crop) => void }>
type Spot = Readonly<{ x: number; y: number }>

const step = 0.04
export const zoomStep = 1.1

/** The picture under its frame: dragged with a finger or the mouse, pinched, or moved by keys. */
export function CropStage({ type, onCrop, ...view }: StageProps) {
  const { t } = useTranslation()
  const { size, crop, frame } = view
  const fingers = useRef(new Map<number, Spot>())

  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    fingers.current.set(event.pointerId, spotOf(event))
  }
  const onPointerMove = (event: React.PointerEvent) => {
    const before = [...fingers.current.values()]
    if (!fingers.current.has(event.pointerId)) return
    fingers.current.set(event.pointerId, spotOf(event))
    const after = [...fingers.current.values()]
    const spread = distance(before)
    const near = spread === 0 ? crop : zoomed(size, crop, (zoomOf(size, crop) * distance(after)) / spread)
    const perPixel = near.side / frame
    const [from, to] = [middle(before), middle(after)]
    onCrop(moved(size, near, (from.x - to.x) * perPixel, (from.y - to.y) * perPixel))
  }
  const onPointerEnd = (event: React.PointerEvent) => fingers.current.delete(event.pointerId)
  const onKeyDown = (event: React.KeyboardEvent) => {
    const next = byKey(event, size, crop)
    if (next === null) return
    event.preventDefault()
    onCrop(next)
  }
  return (
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the arrow keys itself, so it must take the focus
      tabIndex={0}
      data-autofocus
      aria-label={t('customerForm.photo.crop.stage')}
      aria-describedby="photo-crop-hint"
      className={classes.stage}
      style={{ width: frame, height: frame }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
      onWheel={({ deltaY }) => onCrop(zoomed(size, crop, zoomOf(size, crop) * Math.exp(-deltaY / 500)))}
    >
      <CropView {...view} />
      <div className={classes.mask} data-type={type} />
    </div>
  )
}

/** The picture goes where the arrow points, as it does under a finger. */
function byKey({ key, shiftKey }: React.KeyboardEvent, size: Size, crop: Crop): Crop | null {
  const far = crop.side * step * (shiftKey ? 4 : 1)
  if (key === 'ArrowLeft') return moved(size, crop, far, 0)
  if (key === 'ArrowRight') return moved(size, crop, -far, 0)
  if (key === 'ArrowUp') return moved(size, crop, 0, far)
  if (key === 'ArrowDown') return moved(size, crop, 0, -far)
  if (key === '+' || key === '=') return zoomed(size, crop, zoomOf(size, crop) * zoomStep)
  if (key === '-' || key === '_') return zoomed(size, crop, zoomOf(size, crop) / zoomStep)
  return null
}

const spotOf = ({ clientX, clientY }: React.PointerEvent): Spot => ({ x: clientX, y: clientY })

const middle = (spots: readonly Spot[]): Spot => ({
  x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
  y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length,
})

/** Of the first two fingers; with one there is none. */
function distance([a, b]: readonly Spot[]): number {
  return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y)
}
