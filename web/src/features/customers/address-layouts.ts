// How addresses are written, country by country: the order of the fields in a form, the words beside them, and the
// lines of an address as it is read. A country that is not here is written the general way.

export type AddressPart = 'line1' | 'line2' | 'city' | 'state' | 'postalCode'
export type StateWord =
  | 'state'
  | 'province'
  | 'county'
  | 'region'
  | 'prefecture'
  | 'department'
  | 'canton'
  | 'emirate'
  | 'none'
export type PostalWord = 'zip' | 'postcode' | 'postalCode' | 'pin' | 'eircode' | 'none'
export type CityWord = 'city' | 'town' | 'suburb' | 'municipality'

export type AddressLayout = Readonly<{
  /** One line of the address each; the parts in order, with what stands between them. */
  lines: readonly string[]
  state: StateWord
  postalCode: PostalWord
  city: CityWord
}>

type Code = Readonly<{ 1: 'line1'; 2: 'line2'; C: 'city'; S: 'state'; Z: 'postalCode' }>
const parts: Code = { 1: 'line1', 2: 'line2', C: 'city', S: 'state', Z: 'postalCode' }

function layout(
  lines: string,
  state: StateWord,
  postalCode: PostalWord,
  city: CityWord = 'city',
): AddressLayout {
  return { lines: lines.split('|'), state, postalCode, city }
}

const cityStateZip = '1|2|C, S Z'
const zipCity = '1|2|Z C'
const zipCityState = '1|2|Z C, S'

const general = layout('1|2|C, S Z', 'region', 'postalCode')
const europe = layout(zipCity, 'none', 'postalCode')

const layouts: Readonly<Record<string, AddressLayout>> = {
  US: layout(cityStateZip, 'state', 'zip'),
  PR: layout('1|2|C Z', 'none', 'zip'),
  CA: layout('1|2|C S Z', 'province', 'postalCode'),
  GB: layout('1|2|C|S|Z', 'county', 'postcode', 'town'),
  IE: layout('1|2|C|S|Z', 'county', 'eircode', 'town'),
  AU: layout('1|2|C S Z', 'state', 'postcode', 'suburb'),
  NZ: layout('1|2|C Z', 'none', 'postcode'),
  IN: layout('1|2|C Z, S', 'state', 'pin'),
  ZA: layout('1|2|C, S|Z', 'province', 'postalCode'),
  ES: layout(zipCityState, 'province', 'postalCode'),
  MX: layout(zipCityState, 'state', 'postalCode'),
  AR: layout(zipCityState, 'province', 'postalCode'),
  CL: layout(zipCityState, 'region', 'postalCode', 'municipality'),
  CO: layout('1|2|C, S Z', 'department', 'postalCode', 'municipality'),
  PE: layout('1|2|C Z, S', 'department', 'postalCode'),
  UY: layout(zipCityState, 'department', 'postalCode'),
  BR: layout('1|2|C - S|Z', 'state', 'postalCode'),
  PT: europe,
  FR: europe,
  DE: europe,
  AT: europe,
  BE: europe,
  NL: europe,
  LU: europe,
  DK: europe,
  SE: europe,
  NO: europe,
  FI: europe,
  PL: europe,
  CZ: europe,
  GR: europe,
  CH: layout(zipCity, 'canton', 'postalCode'),
  IT: layout('1|2|Z C S', 'province', 'postalCode'),
  JP: layout('Z|S C|1|2', 'prefecture', 'postalCode'),
  CN: layout('Z|S C|1|2', 'province', 'postalCode'),
  KR: layout('S C|1|2|Z', 'province', 'postalCode'),
  AE: layout('1|2|C, S', 'emirate', 'none'),
  HK: layout('1|2|C', 'none', 'none'),
}

export const layoutOf = (country: string | null | undefined): AddressLayout =>
  layouts[country ?? ''] ?? general

/** The order in which the fields stand in a form. A part the country does not use is left out unless it is filled. */
export function fieldOrder(
  country: string | null | undefined,
  filled: Partial<Record<AddressPart, string | null>> = {},
): readonly AddressPart[] {
  const chosen = layoutOf(country)
  const all = chosen.lines.flatMap(partsOf)
  const missing = Object.values(parts).filter((part) => !all.includes(part))
  const unused = (part: AddressPart) =>
    (part === 'state' && chosen.state === 'none') || (part === 'postalCode' && chosen.postalCode === 'none')
  return [...all, ...missing].filter((part) => Boolean(filled[part]) || !unused(part))
}

type Written = Readonly<Partial<Record<AddressPart | 'country' | 'countryText', string | null>>>

/** “1 Main St”, “Troy, NY 12180”; the country's name comes last, and only where it is another than at home. */
export function addressLines(
  address: Written,
  home: string,
  countryName: (code: string) => string,
): readonly string[] {
  const { lines } = layoutOf(address.country ?? home)
  const used = new Set(lines.flatMap(partsOf))
  const rest = Object.values(parts).filter((part) => !used.has(part))
  const country =
    address.country && address.country !== home ? countryName(address.country) : address.countryText
  return [
    ...lines.map((line) => written(line, address)),
    ...rest.map((part) => address[part] ?? ''),
    country ?? '',
  ].filter((line) => line !== '')
}

const partsOf = (line: string): AddressPart[] =>
  [...line].flatMap((char) => parts[char as unknown as keyof Code] ?? [])

/** The marks between two parts stand only where both are there. */
function written(line: string, address: Written): string {
  let text = ''
  let between = ''
  for (const char of line) {
    const part = parts[char as unknown as keyof Code]
    if (part === undefined) {
      between += char
      continue
    }
    const value = address[part]?.trim()
    if (!value) continue
    text += text === '' ? value : `${between || ' '}${value}`
    between = ''
  }
  return text
}
