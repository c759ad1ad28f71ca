// A browser draws no element higher than some millions of pixels: a list beyond that scrolls on a shorter track. Near
// both ends a pixel of the track is a pixel of the list, so that the first and the last rows are reached as in a short
// one; between them it stands for several. Pure.

/** Firefox ends at 17 million, Chromium at 33, both at a fraction of that in a page that is zoomed in. */
export const mostPixels = 6_000_000
const edge = 50_000

/** How far the list can be scrolled, and how far its track. */
export type Scale = Readonly<{ list: number; track: number }>

export function scaleOf(height: number, view: number): Scale {
  return { list: Math.max(0, height - view), track: Math.max(0, Math.min(height, mostPixels) - view) }
}

export const isScaled = ({ list, track }: Scale): boolean => list > track

/** Where the list is when the track is at `top`. */
export const listTop = (scale: Scale, top: number): number => between(top, scale.track, scale.list)
/** Where the track stands when the list is at `top`. */
export const trackTop = (scale: Scale, top: number): number =>
  Math.round(between(top, scale.list, scale.track))

function between(top: number, from: number, to: number): number {
  if (from === to || top <= edge) return top
  if (top >= from - edge) return to - (from - top)
  return edge + ((top - edge) * (to - 2 * edge)) / (from - 2 * edge)
}
