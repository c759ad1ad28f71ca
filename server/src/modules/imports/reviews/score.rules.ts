// Scores as programs write them: 4, 4,5, 4/5, 8 / 10, 80 %, ★★★★☆, 4 stars, FOUR.

const MOST = 5
const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 }

const SCALES = [MOST, 10, 100]
/** So many bare numbers fit the scale that a column is of: one slip of the pen makes no other. */
const FIT = 0.9

/** What the bare numbers of a column go up to. */
export function scaleOf(sample: readonly string[]): number {
  const bare = sample.flatMap((text) =>
    /^\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : [],
  )
  return SCALES.find((most) => bare.filter((value) => value <= most).length >= bare.length * FIT) ?? MOST
}

/** 1 to 5 to a tenth; null when it is none. `bareScale`: what a number goes up to that does not say it. */
export function readScore(text: string, bareScale = MOST): number | null {
  const bare = text.replaceAll('\u{fe0f}', '').trim().toLowerCase()
  const word = words[bare.replace(/[\s_]*stars?$/, '')]
  if (word !== undefined) return word
  const stars = [...bare].filter((sign) => sign === '★' || sign === '⭐').length
  if (stars > 0 && /^[★☆⭐\s]+$/u.test(bare)) return stars <= MOST ? stars : null
  const found =
    /^(\d{1,3}(?:[.,]\d+)?)\s*(?:(?:\/|out of|of|von|de|sur|su)\s*(\d{1,3})|(%)|stars?|estrellas?|sterne?|étoiles?)?$/.exec(
      bare,
    )
  if (found === null) return null
  const value = Number(found[1]?.replace(',', '.'))
  const scale = found[2] !== undefined ? Number(found[2]) : found[3] !== undefined ? 100 : bareScale
  if (found[2] === undefined && scale === MOST) return value >= 1 && value <= MOST ? tenths(value) : null
  // Scales begin at 0 or at 1; ours at 1.
  return scale > 0 && value <= scale ? Math.max(1, tenths((value * MOST) / scale)) : null
}

const tenths = (value: number) => Math.round(value * 10) / 10
