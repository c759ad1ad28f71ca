// Telephone numbers are stored as E.164 and shown as the country writes them. The formats weigh some 7 kB, so they come
// when the first number is to be shown; until then the number stands as it is stored.

type Format = readonly [pattern: string, leadingDigits: string, national: string, international?: string]
/** By calling code: its countries, then its formats. */
type Formats = Readonly<Record<string, readonly [countries: string, ...Format[]]>>

let formats: Formats | null = null
let wanted = false
const waiting = new Set<() => void>()

export const phoneFormatsLoaded = (): boolean => formats !== null

export function onPhoneFormats(listener: () => void): () => void {
  waiting.add(listener)
  if (!wanted) void load()
  return () => waiting.delete(listener)
}

async function load(): Promise<void> {
  wanted = true
  try {
    const module: { default: unknown } = await import('./phone-formats.json')
    formats = module.default as Formats
    for (const notify of waiting) notify()
  } catch {
    // Without a connection numbers stay as stored; the next screen that shows one tries again.
    wanted = false
  }
}

/** Who has no name and no email is called by their number. */
export const isPhoneName = (name: string): boolean => /^\+\d{5,15}$/.test(name)

const shown = new Map<string, string>()

/** National under the merchant's own calling code, international elsewhere; what is no whole number stays as stored. */
export function formatPhone(number: string, country: string): string {
  if (formats === null || !/^\+\d+$/.test(number)) return number
  const key = `${country} ${number}`
  const known = shown.get(key)
  if (known !== undefined) return known
  const text = written(formats, number.slice(1), country) ?? number
  if (shown.size > 5000) shown.clear()
  shown.set(key, text)
  return text
}

function written(formats: Formats, digits: string, country: string): string | null {
  // No calling code begins another.
  const code = [1, 2, 3]
    .map((length) => digits.slice(0, length))
    .find((start) => formats[start] !== undefined)
  if (code === undefined) return null
  const [countries = '', ...known] = formats[code] ?? []
  const rest = digits.slice(code.length)
  const format = (known as readonly Format[]).find(
    ([pattern, leading]) =>
      new RegExp(`^(?:${leading})`).test(rest) && new RegExp(`^(?:${pattern})$`).test(rest),
  )
  const isOwn = countries.split(' ').includes(country)
  // Some small countries group nothing.
  const [pattern, , national, international = national] = format ?? ['', '', '']
  const grouped = rest.replace(new RegExp(pattern), isOwn ? national : international)
  return isOwn ? grouped : `+${code} ${grouped}`
}
