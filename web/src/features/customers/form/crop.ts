// The square that is cut out of a picture: where it lies, how it moves, and what it is drawn as.

export type Size = Readonly<{ width: number; height: number }>
/** In pixels of the picture; `x` and `y` are its centre. */
export type Crop = Readonly<{ x: number; y: number; side: number }>

/** No more pixels are kept of a photo than any screen shows of it. */
const mostPixels = 1024
/** Nearer than this a photo is only a blur. */
const fewestPixels = 96
const nearest = 8

/** The largest square, in the middle. */
export const wholeOf = ({ width, height }: Size): Crop => ({
  x: width / 2,
  y: height / 2,
  side: Math.min(width, height),
})

export const zoomOf = (size: Size, { side }: Crop): number => wholeOf(size).side / side

export const mostZoom = (size: Size): number =>
  Math.min(Math.max(wholeOf(size).side / fewestPixels, 1), nearest)

/** By pixels of the picture, as far as there is picture. */
export const moved = (size: Size, crop: Crop, dx: number, dy: number): Crop =>
  within(size, { ...crop, x: crop.x + dx, y: crop.y + dy })

/** The middle stays in the middle, unless an edge of the picture comes in. */
export function zoomed(size: Size, crop: Crop, zoom: number): Crop {
  const allowed = Math.min(Math.max(zoom, 1), mostZoom(size))
  return within(size, { ...crop, side: wholeOf(size).side / allowed })
}

/** Where the whole picture lies so that the square fills a frame: for `transform` with its origin at the top left. */
export function placeOf({ x, y, side }: Crop, frame: number) {
  const scale = frame / side
  return { scale, left: -(x - side / 2) * scale, top: -(y - side / 2) * scale }
}

/** The edge of the photo that is sent: the picture is made smaller, never larger. */
export const outputSide = ({ side }: Crop): number => Math.max(1, Math.min(mostPixels, Math.round(side)))

function within({ width, height }: Size, { x, y, side }: Crop): Crop {
  const half = side / 2
  return { x: clamp(x, half, width - half), y: clamp(y, half, height - half), side }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(most, least))
