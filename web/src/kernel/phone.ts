// Telephone numbers are stored as E.164 and shown as the country writes them. The rules weigh some 30 kB, so they
// come when the first number is to be shown; until then the number stands as it is stored.

type Rules = typeof import('libphonenumber-js/min')

let rules: Rules | null = null
let wanted = false
const waiting = new Set<() => void>()

export const phoneRulesLoaded = (): boolean => rules !== null

export function onPhoneRules(listener: () => void): () => void {
  waiting.add(listener)
  if (!wanted) void load()
  return () => waiting.delete(listener)
}

async function load(): Promise<void> {
  wanted = true
  try {
    rules = await import('libphonenumber-js/min')
    for (const notify of waiting) notify()
  } catch {
    // Without a connection numbers stay as stored; the next screen that shows one tries again.
    wanted = false
  }
}

const shown = new Map<string, string>()

/** National in the merchant's own country, international elsewhere; what the rules do not know stays as typed. */
export function formatPhone(number: string, country: string): string {
  if (rules === null || !number.startsWith('+')) return number
  const key = `${country} ${number}`
  const known = shown.get(key)
  if (known !== undefined) return known
  const parsed = rules.parsePhoneNumberFromString(number)
  const text = !parsed
    ? number
    : parsed.country === country
      ? parsed.formatNational()
      : parsed.formatInternational()
  if (shown.size > 5000) shown.clear()
  shown.set(key, text)
  return text
}
