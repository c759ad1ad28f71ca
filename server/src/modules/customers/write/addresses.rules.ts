import { newId } from '../../../kernel/ids.ts'
import { blame, type Draft, type Faults } from './draft.ts'
import { acceptCountry, filled } from './text.rules.ts'
import type { AddressParts, CustomerWrite } from './write.schemas.ts'

type Address = Draft['addresses'][number]

const texts = ['label', 'line1', 'line2', 'city', 'state', 'postalCode', 'countryText', 'gateCode'] as const

export function applyAddresses(draft: Draft, write: CustomerWrite, faults: Faults): void {
  if (write.addresses !== undefined)
    draft.addresses = readAddresses(write.addresses ?? [], draft.addresses, faults)
  if (write.address === undefined) return
  const standing = defaultAddress(draft.addresses)
  if (write.address === null) {
    draft.addresses = withDefaults(
      draft.addresses.filter((address) => address !== standing),
      [],
    )
    return
  }
  if (write.address.id !== undefined && write.address.id !== standing?.id) {
    blame(faults, 'address.id', 'address.unknown', 'is not the default address of this customer')
  }
  const changed = readAddress(write.address, standing ?? emptyAddress(), 'address', faults)
  const list = standing
    ? draft.addresses.map((address) => (address === standing ? changed : address))
    : [changed]
  draft.addresses = isBlank(changed)
    ? withDefaults(
        list.filter((address) => address !== changed),
        [],
      )
    : withDefaults(list, [changed])
}

/** The one that `address` stands for: where things go, else where bills go. */
function defaultAddress(addresses: readonly Address[]): Address | undefined {
  return (
    addresses.find((address) => address.isDelivery) ??
    addresses.find((address) => address.isBilling) ??
    addresses[0]
  )
}

function readAddresses(
  list: readonly Partial<AddressParts>[],
  standing: readonly Address[],
  faults: Faults,
): Address[] {
  blameSecond(list, 'isBilling', faults)
  blameSecond(list, 'isDelivery', faults)
  const free = new Map(standing.map((address) => [address.id, address]))
  const read = list.map((written, i) => {
    const known = written.id === undefined ? undefined : free.get(written.id)
    if (written.id !== undefined && known === undefined) {
      blame(faults, `addresses.${i}.id`, 'address.unknown', 'is not an address of this customer')
    }
    if (known !== undefined) free.delete(known.id)
    const blank = { ...emptyAddress(), ...(known && { id: known.id }) }
    return readAddress(written, blank, `addresses.${i}`, faults)
  })
  const kept = read.map((address, i) => (list[i]?.id === undefined ? asStanding(address, free) : address))
  return withDefaults(
    kept.map((address) => stayingDefault(address, kept, standing)),
    [],
  )
}

/** A list that names no default keeps the one that stood. */
function stayingDefault(address: Address, list: readonly Address[], standing: readonly Address[]): Address {
  const stays = (key: 'isBilling' | 'isDelivery') =>
    address[key] ||
    (!list.some((other) => other[key]) && standing.some((known) => known[key] && known.id === address.id))
  return { ...address, isBilling: stays('isBilling'), isDelivery: stays('isDelivery') }
}

/** An address sent back without its id stays the one it was. */
function asStanding(address: Address, free: Map<string, Address>): Address {
  for (const known of free.values()) {
    if (texts.some((key) => known[key] !== address[key]) || known.country !== address.country) continue
    free.delete(known.id)
    return { ...address, id: known.id }
  }
  return address
}

function readAddress(written: Partial<AddressParts>, base: Address, path: string, faults: Faults): Address {
  const address = { ...base }
  for (const key of texts) if (written[key] !== undefined) address[key] = filled(written[key])
  if (written.country !== undefined) {
    const text = filled(written.country)
    address.country = text === null ? null : acceptCountry(text)
    if (text !== null && address.country === null) {
      blame(faults, `${path}.country`, 'country.unknown', 'is not a country code (ISO 3166, two letters)')
    }
  }
  if (written.isBilling !== undefined) address.isBilling = written.isBilling === true
  if (written.isDelivery !== undefined) address.isDelivery = written.isDelivery === true
  return address
}

/** Exactly one default of each kind; the preferred ones win over those that stood. */
function withDefaults(addresses: readonly Address[], preferred: readonly Address[]): Address[] {
  const chosen = (key: 'isBilling' | 'isDelivery') =>
    preferred.find((address) => address[key]) ?? addresses.find((address) => address[key]) ?? addresses[0]
  const [billing, delivery] = [chosen('isBilling'), chosen('isDelivery')]
  return addresses.map((address) => ({
    ...address,
    isBilling: address === billing,
    isDelivery: address === delivery,
  }))
}

function blameSecond(
  list: readonly Partial<AddressParts>[],
  key: 'isBilling' | 'isDelivery',
  faults: Faults,
): void {
  const flagged = list.flatMap((address, i) => (address[key] === true ? [i] : []))
  for (const i of flagged.slice(1))
    blame(faults, `addresses.${i}.${key}`, 'address.several_defaults', 'only one address may be this default')
}

const isBlank = (address: Address) => texts.every((key) => address[key] === null) && address.country === null

export function emptyAddress(): Address {
  return {
    id: newId(),
    label: null,
    line1: null,
    line2: null,
    city: null,
    state: null,
    postalCode: null,
    country: null,
    countryText: null,
    gateCode: null,
    isBilling: false,
    isDelivery: false,
  }
}
