import type { ReadAddress } from './canonical.ts'
import type { ReadingOptions, RowDraft } from './row-draft.ts'

type DraftAddress = ReadAddress & { houseNumber?: string; poBox?: string; formatted?: string }

const PARTS = ['line1', 'line2', 'city', 'state', 'postalCode', 'country', 'countryText', 'gateCode'] as const
const ORDER: Readonly<Record<ReadAddress['use'], number>> = { default: 0, billing: 1, delivery: 2, other: 3 }

/** The default first; those that are the same are one. */
export function finishAddresses(draft: RowDraft): ReadAddress[] {
  const filled = [...draft.addresses]
    .map(([which, address]) => ({ ...whole(address), isFurther: which === 'other' }))
    .filter(hasPlace)
  const sorted = filled.sort((a, b) => ORDER[a.use] - ORDER[b.use])
  const found: (ReadAddress & { isFurther: boolean })[] = []
  for (const address of sorted) {
    const same = found.find((other) => PARTS.every((part) => other[part] === address[part]))
    if (same === undefined) found.push(address)
    else if (same.use === 'billing' && address.use === 'delivery')
      Object.assign(same, { use: 'default', isBilling: true, isDelivery: true })
  }
  const [first] = found
  if (first?.use === 'other' && !first.isFurther) first.use = 'default'
  return found.map(({ isFurther: _, ...address }) => address)
}

/** Which country a number without its own is of: the address, else the store, else what was said for the file, else the merchant. */
export function phoneCountryOf(
  draft: RowDraft,
  { context }: ReadingOptions,
  defaultCountry: string | null,
): string {
  const addressed = draft.fields.addresses?.find((address) => address.country !== undefined)?.country
  if (addressed !== undefined) return addressed
  const ids = draft.fields.stores?.map(({ name }) => context.storeNames.idOf(name)) ?? []
  const store = ids.length === 0 ? undefined : context.stores.find(({ id }) => ids.includes(id))
  return store?.country ?? defaultCountry ?? context.country
}

/** A label or a country alone is no place. */
const hasPlace = (address: ReadAddress) => PARTS.some((part) => address[part] !== undefined)

// Where the number stands before the street; elsewhere it stands behind.
const NUMBER_FIRST = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'FR', 'LU'])

function whole({ houseNumber, poBox, formatted, ...address }: DraftAddress): ReadAddress {
  const done: ReadAddress = { ...address }
  if (houseNumber !== undefined && done.line1 !== undefined) {
    done.line1 = NUMBER_FIRST.has(done.country ?? '')
      ? `${houseNumber} ${done.line1}`
      : `${done.line1} ${houseNumber}`
  }
  if (poBox !== undefined) {
    if (done.line1 === undefined) done.line1 = poBox
    else done.line2 = [done.line2, poBox].filter(Boolean).join(', ')
  }
  // The whole label is worth something only where its parts are not there.
  if (
    formatted !== undefined &&
    done.line1 === undefined &&
    done.city === undefined &&
    done.postalCode === undefined
  ) {
    done.line1 = formatted.replace(/\s*[\r\n]+\s*/g, ', ').slice(0, 300)
  }
  return done
}
