// Thirteen named colours for tags and initials. The API stores the name; the shades live here alone.
// Text on its background is at least 4.5:1 in both schemes (palette.test.ts holds that).

export const colorNames = [
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

export type ColorName = (typeof colorNames)[number]

type Shades = Readonly<{ background: string; text: string; dot: string }>
type Pair = Readonly<{ light: Shades; dark: Shades }>

const pair = (light: string, lightText: string, dark: string, darkText: string, dot: string): Pair => ({
  light: { background: light, text: lightText, dot },
  dark: { background: dark, text: darkText, dot },
})

export const palette: Readonly<Record<ColorName, Pair>> = {
  gray: pair('#e9ebee', '#434a54', '#363a41', '#d3d7dd', '#8d949f'),
  red: pair('#fde4e4', '#9b1c1c', '#4a2023', '#fbb9b9', '#e05252'),
  pink: pair('#fde3ee', '#9a1a55', '#4a1e33', '#f9b6d2', '#dd5590'),
  grape: pair('#f7e3fa', '#7c2390', '#3f2048', '#e9b9f5', '#b65ccb'),
  violet: pair('#ece5fd', '#5b34b5', '#32264f', '#cfbdfa', '#8666dd'),
  indigo: pair('#e3e8fd', '#3546ae', '#252c52', '#b9c5fb', '#5d72dd'),
  blue: pair('#dfeefd', '#15549a', '#1a3049', '#aed5fb', '#3a8ade'),
  cyan: pair('#d9f3f7', '#0a5a6b', '#143840', '#9fe0ec', '#1e9db3'),
  teal: pair('#d6f4ea', '#08614a', '#123a2f', '#93e2c6', '#1ba37c'),
  green: pair('#def4df', '#1f6327', '#1c3b20', '#a8e2ae', '#3da149'),
  lime: pair('#eaf5cf', '#47640a', '#2e3c12', '#c9e386', '#83a825'),
  yellow: pair('#fdf2c4', '#735005', '#41350f', '#f3d679', '#d0a111'),
  orange: pair('#fee8d3', '#8a3f07', '#472b14', '#fac899', '#e07c26'),
}

const isColorName = (name: string): name is ColorName => Object.hasOwn(palette, name)

/** The shades of a stored colour: of its name, of the nearest one for a #rrggbb that came by API, else grey. */
export function shadesOf(color: string | null | undefined): Pair {
  if (!color) return palette.gray
  if (isColorName(color)) return palette[color]
  return /^#[0-9a-f]{6}$/i.test(color) ? palette[nearest(color)] : palette.gray
}

function nearest(hex: string): ColorName {
  const distance = (name: ColorName) => {
    const own = channels(palette[name].light.dot)
    return channels(hex).reduce((sum, channel, at) => sum + (channel - (own[at] ?? 0)) ** 2, 0)
  }
  return colorNames.reduce((best, name) => (distance(name) < distance(best) ? name : best))
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** The same text has the same colour on every screen and machine. */
export function stableColor(text: string): ColorName {
  let hash = 0
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return colorNames[1 + (hash % (colorNames.length - 1))] ?? 'gray'
}
