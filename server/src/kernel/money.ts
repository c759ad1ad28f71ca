/**
 * Money is an integer of minor units and its currency. How many minor digits a currency has is
 * ISO 4217's table and not Intl's: engines take theirs from CLDR, which gives the forint, the
 * Colombian peso and others none, and a change of engine must not change what an amount means.
 */
export type Money = { readonly amount: number; readonly currency: string }

export function isCurrency(text: string): boolean {
  return CURRENCIES.has(text)
}

export function minorDigits(currency: string): number {
  return MINOR_DIGITS.get(currency) ?? 2
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...each('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...each('BHD IQD JOD KWD LYD OMR TND', 3),
  ...each('CLF UYW', 4),
])

function each(currencies: string, digits: number): [string, number][] {
  return currencies.split(' ').map((currency) => [currency, digits])
}
