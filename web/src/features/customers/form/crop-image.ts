import { type Crop, outputSide } from './crop.ts'

/** The square as a file: WebP where the browser writes it, else JPEG. */
export async function cropImage(image: HTMLImageElement, crop: Crop): Promise<File> {
  const side = outputSide(crop)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('a canvas without a context')
  context.imageSmoothingQuality = 'high'
  const { x, y, side: from } = crop
  const draw = () => context.drawImage(image, x - from / 2, y - from / 2, from, from, 0, 0, side, side)
  draw()
  const webp = await write(canvas, 'image/webp')
  if (webp?.type === 'image/webp') return new File([webp], 'photo.webp', { type: webp.type })
  // JPEG knows no transparency: what would be black is white.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, side, side)
  draw()
  const jpeg = await write(canvas, 'image/jpeg')
  if (jpeg === null) throw new Error('the picture could not be written')
  return new File([jpeg], 'photo.jpg', { type: jpeg.type })
}

const write = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, 0.9))
