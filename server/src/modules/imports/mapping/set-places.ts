// Addresses, part by part.
import type { ReadAddress } from './canonical.ts'
import { readCountry } from './cells/country.rules.ts'
import { withoutTextMark } from './cells/text.rules.ts'
import { splitTown } from './cells/town.rules.ts'
import { type ColumnReading, type RowDraft, warn } from './row-draft.ts'
import { fitting, type Setter } from './setter.ts'

/** addresses.billing.city, addresses.2.city */
export const setAddressOf: Setter = (draft, text, column) => {
  const [, which = '', part = ''] = column.path.split('.')
  setAddress(draft, text, column, { which, part })
}

export function setAddress(
  draft: RowDraft,
  text: string,
  column: ColumnReading,
  { which, part }: { readonly which: string; readonly part: string },
): void {
  const address = draft.addresses.get(which) ?? newAddress(which)
  draft.addresses.set(which, address)
  if (part === 'country') {
    setCountry(draft, address, text, column)
    return
  }
  if (part === 'city' && column.parts.length > 1) {
    setTown(draft, address, text, column)
    return
  }
  const fitted = fitting(draft, tidy(text, part), column, LIMITS[part] ?? 200)
  // Every part that is none of the cases above is a text.
  const key = part as 'line1'
  if (fitted !== null) address[key] ??= fitted
}

/** "01067 Dresden" under "PLZ/Ort". */
function setTown(draft: RowDraft, address: ReadAddress, text: string, column: ColumnReading): void {
  const { country, ...parts } = splitTown(text, column.parts)
  for (const [key, part] of Object.entries(parts)) {
    const fitted = fitting(draft, part, column, LIMITS[key] ?? 200)
    if (fitted !== null) address[key as 'city'] ??= fitted
  }
  if (country !== undefined) setCountry(draft, address, country, column)
}

const LIMITS: Readonly<Record<string, number>> = {
  label: 100,
  line1: 300,
  line2: 300,
  postalCode: 40,
  gateCode: 100,
  houseNumber: 40,
  formatted: 1000,
}

function tidy(text: string, part: string): string {
  // A sheet that took a postcode for a number left ".0" behind it.
  if (part === 'postalCode') return withoutTextMark(text).replace(/^(\d{3,9})[.,]0+$/, '$1')
  if (part === 'label') return text.replace(/^\* /, '')
  // What is formatted has its lines as parts; it is cut later.
  return part === 'formatted' ? text : text.replace(/\s*[\r\n]+\s*/g, ', ')
}

const USES: Readonly<Record<string, ReadAddress['use']>> = {
  default: 'default',
  billing: 'billing',
  delivery: 'delivery',
  '1': 'default',
}
const LABELS: Readonly<Record<string, string>> = { home: 'Home', work: 'Work' }

function newAddress(which: string): ReadAddress {
  const label = LABELS[which]
  return { use: USES[which] ?? 'other', ...(label !== undefined && { label }) }
}

function setCountry(draft: RowDraft, address: ReadAddress, text: string, column: ColumnReading): void {
  if (address.country !== undefined) return
  const country = readCountry(text)
  if (country !== null) {
    address.country = country
    delete address.countryText
    return
  }
  warn(draft, column.header, text, {
    code: 'country.unknown',
    message: 'is not a country that is known; kept as text',
  })
  const kept = fitting(draft, text, column, 200)
  if (kept !== null) address.countryText = kept
}
