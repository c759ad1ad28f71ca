// Phones and addresses of a row into those that stand: what is filled overwrites its like, nothing is lost otherwise.
import { type Draft, emptyAddress, type StoredPhone } from '../../customers/index.ts'
import { addressParts, type ReadAddress, type ReadPhone } from '../mapping/canonical.ts'

const MOST = 50

type Phones = readonly StoredPhone[]

/** `whole`: the list as our own export has it. */
export function withPhones(standing: Phones, read: readonly ReadPhone[], whole: boolean): StoredPhone[] {
  if (whole || standing.length === 0) return onePrimary(read.map(storedOf))
  const primary = read.find((phone) => phone.isPrimary)
  const known = new Set(read.map((phone) => phone.number))
  let phones = [...standing]
  if (primary !== undefined) phones = withPrimary(phones, primary)
  for (const phone of read) {
    const same = phones.findIndex((other) => other.number === phone.number)
    if (same >= 0) {
      const other = phones[same] as StoredPhone
      phones[same] = { ...other, extension: phone.extension ?? other.extension }
      continue
    }
    // The further number of its kind takes the place of one that this row does not know.
    const like = phones.findIndex(
      (other) => other.kind === phone.kind && !other.isPrimary && !known.has(other.number),
    )
    if (like >= 0) phones[like] = { ...storedOf(phone), isPrimary: false }
    else if (phones.length < MOST) phones.push({ ...storedOf(phone), isPrimary: false })
  }
  return phones
}

/** A number that is there becomes the primary one; a new one takes the place of the primary one. */
function withPrimary(phones: Phones, primary: ReadPhone): StoredPhone[] {
  if (phones.some((phone) => phone.number === primary.number))
    return phones.map((phone) => ({ ...phone, isPrimary: phone.number === primary.number }))
  return phones.map((phone) =>
    phone.isPrimary ? { ...storedOf(primary), kind: phone.kind, isPrimary: true } : phone,
  )
}

const storedOf = ({
  kind,
  number,
  extension,
  valid,
  isPrimary,
  digits,
  country,
}: ReadPhone): StoredPhone => ({
  kind,
  number,
  extension,
  valid,
  isPrimary,
  digits,
  country,
})

function onePrimary(phones: readonly StoredPhone[]): StoredPhone[] {
  const first = Math.max(
    0,
    phones.findIndex((phone) => phone.isPrimary),
  )
  return phones.slice(0, MOST).map((phone, i) => ({ ...phone, isPrimary: i === first }))
}

type Address = Draft['addresses'][number]

export function withAddresses(
  standing: readonly Address[],
  read: readonly ReadAddress[],
  whole: boolean,
): Address[] {
  if (whole) return wholeList(standing, read)
  const named = new Set(read.map((address) => address.use))
  let addresses = [...standing]
  for (const address of read) addresses = withAddress(addresses, address, named)
  return withDefaults(addresses.slice(0, MOST))
}

function withAddress(
  addresses: readonly Address[],
  read: ReadAddress,
  named: ReadonlySet<ReadAddress['use']>,
): Address[] {
  const { use } = read
  const target = targetOf(addresses, use)
  if (target === undefined) {
    if (use === 'other' && addresses.some((address) => holds(address, read))) return [...addresses]
    const made = {
      ...filledWith(emptyAddress(), read),
      isBilling: use === 'billing',
      isDelivery: use === 'delivery',
    }
    return [...addresses.map((address) => without(address, made)), made]
  }
  if (holds(target, read)) return [...addresses]
  // One address for both goes apart when the row has another one for the other.
  const shared = target.isBilling && target.isDelivery && addresses.length === 1
  const other = use === 'billing' ? 'delivery' : 'billing'
  if (use !== 'default' && shared && (named.has(other) || named.has('default'))) {
    const made = {
      ...filledWith(emptyAddress(), read),
      isBilling: use === 'billing',
      isDelivery: use === 'delivery',
    }
    return [...addresses.map((address) => without(address, made)), made]
  }
  return addresses.map((address) => (address === target ? filledWith(address, read) : address))
}

function targetOf(addresses: readonly Address[], use: ReadAddress['use']): Address | undefined {
  if (use === 'other') return undefined
  if (use === 'billing') return addresses.find((address) => address.isBilling)
  if (use === 'delivery') return addresses.find((address) => address.isDelivery)
  return addresses.find((address) => address.isDelivery) ?? addresses[0]
}

const holds = (address: Address, read: ReadAddress) =>
  addressParts.every((part) => read[part] === undefined || read[part] === address[part])

function filledWith(address: Address, read: ReadAddress): Address {
  const filled = { ...address }
  for (const part of addressParts) if (read[part] !== undefined) filled[part] = read[part]
  // The country is either known or a text.
  if (read.country !== undefined) filled.countryText = null
  else if (read.countryText !== undefined) filled.country = null
  return filled
}

const without = (address: Address, made: Address): Address => ({
  ...address,
  isBilling: address.isBilling && !made.isBilling,
  isDelivery: address.isDelivery && !made.isDelivery,
})

/** Exactly one default of each kind. */
function withDefaults(addresses: readonly Address[]): Address[] {
  const chosen = (key: 'isBilling' | 'isDelivery') =>
    addresses.find((address) => address[key]) ?? addresses[0]
  const [billing, delivery] = [chosen('isBilling'), chosen('isDelivery')]
  return addresses.map((address) => ({
    ...address,
    isBilling: address === billing,
    isDelivery: address === delivery,
  }))
}

/** One that is there keeps its id. */
function wholeList(standing: readonly Address[], read: readonly ReadAddress[]): Address[] {
  const free = [...standing]
  const list = read.slice(0, MOST).map((address) => {
    const made = {
      ...asWritten(address),
      isBilling: address.isBilling === true,
      isDelivery: address.isDelivery === true,
    }
    const known = free.findIndex((other) => addressParts.every((part) => other[part] === made[part]))
    if (known < 0) return made
    const [found] = free.splice(known, 1)
    return { ...made, id: (found as Address).id }
  })
  return atMostOne(list)
}

/** Nothing is chosen here: what the export wrote stands, but for two that are default for the same. */
function atMostOne(addresses: readonly Address[]): Address[] {
  const billing = addresses.find(({ isBilling }) => isBilling)
  const delivery = addresses.find(({ isDelivery }) => isDelivery)
  return addresses.map((address) => ({
    ...address,
    isBilling: address === billing,
    isDelivery: address === delivery,
  }))
}

/** Also a text beside a country: that is how it was kept. */
function asWritten(read: ReadAddress): Address {
  const address = emptyAddress()
  for (const part of addressParts) address[part] = read[part] ?? null
  return address
}
