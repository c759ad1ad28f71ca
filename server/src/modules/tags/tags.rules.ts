import { invalid } from '../../kernel/problem.ts'
import { cutText, normalise, withoutInvisible } from '../../kernel/text.ts'

export const MOST_TAGS = 2000

/** Named, so that each screen has shades of its own for light and dark. */
export const colors = [
  'gray',
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
] as const

/** A tag that nobody chose a colour for has one that differs from its neighbours'. */
export const spareColor = (tagNo: number): string => colors[1 + ((tagNo * 5) % (colors.length - 1))] ?? 'gray'

/** What is stored: without what cannot be seen. */
export function cleanName(typed: string): string {
  const name = withoutInvisible(typed)
  if (name === '') throw invalid([{ path: 'name', code: 'field.required', message: 'is required' }])
  return name
}

/** VIP and vip are one tag; a name of signs alone is itself. Cut to what an index entry holds. */
export const nameKey = (name: string): string => cutText(normalise(name) || name.toLowerCase(), 300, 900)
