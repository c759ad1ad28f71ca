// Scores as programs write them: 4, 4,5, 4/5, 8 / 10, 80 %, ★★★★☆, 4 stars, FOUR.

const MOST = 5
const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 }

/** 1 to 5 to a tenth; null when it is none. */
export function readScore(text: string): number | null {
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
  const scale = found[2] !== undefined ? Number(found[2]) : found[3] !== undefined ? 100 : null
  if (scale === null) return value >= 1 && value <= MOST ? tenths(value) : null
  // Scales begin at 0 or at 1; ours at 1.
  return scale > 0 && value <= scale ? Math.max(1, tenths((value * MOST) / scale)) : null
}

const tenths = (value: number) => Math.round(value * 10) / 10
