// An address as it is written on an envelope. Pure.
import type { Receipt } from '../receipt.schemas.ts'

export type Address = NonNullable<Receipt['store']>['address']

export function addressLines({ line1, line2, city, state, postalCode, country }: Address): string[] {
  const american = `${city ?? ''}, ${[state, postalCode].filter(Boolean).join(' ')}`.replace(/^, |, $/g, '')
  const european = [postalCode, city, state].filter(Boolean).join(' ')
  const town = country === null || NUMBER_LAST.has(country) ? american : european
  return [line1, line2, town].flatMap((part) => (part ? [part] : []))
}

/** Where the postal code stands behind the town. */
const NUMBER_LAST: ReadonlySet<string> = new Set('US CA AU GB IE NZ IN PR PH ZA'.split(' '))
