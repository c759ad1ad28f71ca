// One made-up customer: a name of some language, and what belongs to it.

import type { Random } from '../../../kernel/random.ts'
import { normalise } from '../../../kernel/text.ts'
import { type Culture, companyWords, cultures } from './cultures.ts'
import { type MadePhone, madePhone } from './phones.ts'

export type MadeCustomer = {
  readonly type: 'personal' | 'business'
  readonly firstName: string | null
  readonly middleName: string | null
  readonly lastName: string | null
  readonly businessName: string | null
  readonly email: string | null
  readonly phone: MadePhone | null
  readonly address: MadeAddress | null
}

export type MadeAddress = {
  readonly line1: string
  readonly city: string
  readonly postalCode: string
  readonly country: string
}

/** A name as written, and its Latin letters for an email. */
type Name = { readonly text: string; readonly latin: string }

const BUSINESSES = 0.2
const MADE_UP_SURNAMES = 0.3
/** Gives the commonest surname of a language about one in a hundred of its people. */
const NAMES = 1.4
const mailHosts = [
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
]

export function madeCustomer(random: Random, homeCountry: string): MadeCustomer {
  const culture = cultureOf(random)
  const country = random.chance(0.5) && !isOwnScript(culture) ? homeCountry : culture.country
  const phone = random.chance(0.85) ? madePhone(random, country) : null
  const address = random.chance(0.6) ? madeAddress(random, culture, country) : null
  const named = random.chance(BUSINESSES) ? business(random, culture) : person(random, culture)
  return { ...named, phone, address }
}

type Named = Omit<MadeCustomer, 'phone' | 'address'>

function person(random: Random, culture: Culture): Named {
  const given = nameOf(random.skewed(culture.given, NAMES))
  const family = surname(random, culture)
  const twoSurnames = (culture.country === 'ES' || culture.country === 'MX') && random.chance(0.6)
  const lastName = twoSurnames ? `${family.text} ${surname(random, culture).text}` : family.text
  const middleName = random.chance(0.12) ? nameOf(random.pick(culture.given)).text : null
  const email = random.chance(0.8) ? personalEmail(random, given, family) : null
  return { type: 'personal', firstName: given.text, middleName, lastName, businessName: null, email }
}

function business(random: Random, culture: Culture): Named {
  const owner = surname(random, culture)
  const businessName = random.pick(culture.companies).replace(/\{(\w)\}/g, (_, part: string) => {
    if (part === 'f') return random.chance(0.8) ? owner.text : surname(random, culture).text
    if (part === 'g') return nameOf(random.skewed(culture.given, NAMES)).text
    return random.pick(part === 'c' ? culture.cities : companyWords)
  })
  const contact = random.pick(['info', 'office', 'orders', 'contact', 'hello'])
  const email = random.chance(0.8)
    ? `${contact}@${plain(owner.latin)}${random.between(1, 9999)}.example.com`
    : null
  return { type: 'business', firstName: null, middleName: null, lastName: null, businessName, email }
}

function surname(random: Random, culture: Culture): Name {
  if (culture.stems.length === 0 || !random.chance(MADE_UP_SURNAMES)) {
    return nameOf(random.skewed(culture.family, NAMES))
  }
  const stems = [nameOf(random.pick(culture.stems))]
  if (random.chance(0.4)) stems.push(nameOf(random.pick(culture.stems)))
  const parts = [...stems, nameOf(random.pick(culture.endings))]
  const text = parts.map((part, at) => (at === 0 ? part.text : part.text.toLowerCase())).join('')
  return { text, latin: parts.map((part) => part.latin).join('') }
}

function personalEmail(random: Random, given: Name, family: Name): string {
  const [first, last] = [plain(given.latin), plain(family.latin)]
  const joined = random.pick([
    `${first}.${last}`,
    `${first}${last}`,
    `${first[0]}${last}`,
    `${last}.${first}`,
  ])
  const number = random.chance(0.7) ? String(random.between(1, 9999)) : ''
  return `${joined}${number}@${random.pick(mailHosts)}`
}

function madeAddress(random: Random, culture: Culture, country: string): MadeAddress {
  return {
    line1: `${random.between(1, 999)} ${random.pick(culture.streets)}`,
    city: random.pick(culture.cities),
    postalCode: random.digits(5),
    country,
  }
}

function cultureOf(random: Random): Culture {
  let left = random.next()
  for (const culture of cultures) {
    left -= culture.share
    if (left < 0) return culture
  }
  return cultures[0] as Culture
}

const names = new Map<string, Name>()

function nameOf(entry: string): Name {
  let name = names.get(entry)
  if (name === undefined) {
    const [text = '', latin] = entry.split(':')
    name = { text, latin: latin ?? normalise(text) }
    names.set(entry, name)
  }
  return name
}

const isOwnScript = (culture: Culture) => culture.given[0]?.includes(':') === true
const plain = (latin: string) => latin.replaceAll(' ', '')
