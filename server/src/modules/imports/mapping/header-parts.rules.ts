/**
 * Headers put together of two things, as people write them: "Tel. mobil", "Nachname, Vorname",
 * "PLZ/Ort", "Straße + Nr.", "SMS marketing opt-in". Every word must be of the things; of one word
 * too many nothing is made here.
 */
import { CONNECTORS } from './header-words.rules.ts'

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(' '))

type Known = (words: string) => string | undefined

/** The path of a header that says several things at once; `known` gives that of each alone. */
export function composedPath(words: string, known: Known): string | undefined {
  const all = words.split(' ').filter((word) => !CONNECTORS.has(word))
  if (all.length < 2 || all.length > 6) return undefined
  return (
    phoneOfKind(all) ??
    consentOfChannel(all) ??
    streetWithNumber(all) ??
    joined(all, known) ??
    known(all.join(' '))
  )
}

const PHONE = setOf(
  'tel tels telefon telefonnr telefonnummer telefono telefonos telephone telefone telefoon phone phones fon fono fone tlf tfno tfn tlfno tf ph rufnummer puhelin telefonu telefonu τηλεφωνο телефон тел номер هاتف טלפון',
)
const NUMBER = setOf('no nr number numbers nummer numero num nos n s nry numeris')
const KINDS: readonly (readonly [string, ReadonlySet<string>, alone?: true])[] = [
  [
    'phones.mobile',
    setOf(
      'mobile mobil mobiel mobiele mobiltel mobilfunk movil cell celular cellular cellulare handy telemovel mobitel matka natel whatsapp gsm κινητο мобильныи мобільнии جوال',
    ),
    true,
  ],
  ['phones.mobile', setOf('mob cel port portable kom komorkowy komorka cep моб сот сотовыи')],
  ['phones.fax', setOf('fax telefax faks telecopie'), true],
  ['phones.other', setOf('pager'), true],
  [
    'phones.work',
    setOf(
      'work business office arbeit buro geschaft geschaftlich dienst dienstlich trabajo oficina laboral travail bureau pro professionnel lavoro ufficio werk zakelijk kantoor arbete jobb jobbet arbejde praca sluzbowy is раб рабочии',
    ),
  ],
  [
    'phones.home',
    setOf(
      'home house privat private privato casa domicile domicilio maison thuis prive hem hjem hjemme dom domowy ev дом домашнии particular residencial evening',
    ),
  ],
  ['phone', setOf('festnetz fijo fixe fisso fixo vast vaste stacjonarny landline main hlavni daytime')],
  ['phones.other', setOf('other alt alternate alternative otro autre altro andere further additional extra')],
]

/** "Tel. privat", "Mobil-Nr.", "Cep telefonu": a phone word and one that says of which kind, in any order. */
function phoneOfKind(all: readonly string[]): string | undefined {
  const rest = all.filter((word) => !PHONE.has(word) && !NUMBER.has(word))
  const [only] = rest
  if (only === undefined || rest.length > 1) return undefined
  const saysPhone = all.some((word) => PHONE.has(word))
  return KINDS.find(([, words, alone]) => words.has(only) && (saysPhone || alone === true))?.[0]
}

const CONSENT = setOf(
  'accept accepts accepted acepta accetta aceita accepte acceptation opt optin opted consent consents consentimiento consentement subscriber subscribed subscription suscripcion suscrito marketing newsletter permission permitted einwilligung werbung werbeeinwilligung zgoda toestemming samtycke samtykke souhlas allow allows allowed receive receives',
)
const CHANNELS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['consent.sms', setOf('sms text texts txt')],
  ['consent.email', setOf('email emails mail mails correo electronico courriel')],
  ['consent.call', setOf('call calls phone telefon telefono telephone llamadas')],
]
const BESIDE = setOf('in status por per par via pro na za fur comunicaciones communications offers')

/** "Marketing-SMS", "Acepta marketing por correo". What says neither yes nor no does not fit its values later. */
function consentOfChannel(all: readonly string[]): string | undefined {
  const rest = all.filter((word) => !CONSENT.has(word) && !BESIDE.has(word))
  // The marketing status of a program is its own, not what somebody agreed to.
  if (!all.some((word) => CONSENT.has(word) && (rest.length > 0 || word !== 'marketing'))) return undefined
  if (rest.length === 0) return 'consent.email'
  return CHANNELS.find(([, words]) => rest.every((word) => words.has(word)))?.[0]
}

const STREET = setOf(
  'street strasse str straat calle rue voie via rua gata gatuadress vej ulica ul ulice utca ulita sokak cadde',
)
const HOUSE = setOf(
  'no nr number nummer numero num n house hausnummer hausnr hnr haus huisnummer huisnr civico c p cp cislo husnummer husnr',
)

function streetWithNumber(all: readonly string[]): string | undefined {
  const isBoth = all.every((word) => STREET.has(word) || HOUSE.has(word))
  return isBoth && all.some((word) => STREET.has(word)) && all.some((word) => HOUSE.has(word))
    ? 'address.line1'
    : undefined
}

/** A whole name, or a town with its postal code or state: where it is cut, the header's order says. */
function joined(all: readonly string[], known: Known): string | undefined {
  const parts = partsOf(all, known)
  if (parts === null) return undefined
  if (parts.length === 2 && parts.includes('firstName') && parts.some(isFamily)) return 'fullName'
  const isTown =
    parts.includes('address.city') && parts.every((part) => TOWN.has(part)) && new Set(parts).size > 1
  return isTown ? 'address.city' : undefined
}

const isFamily = (part: string) => part === 'lastName' || part === '~name'
const TOWN = setOf('address.postalCode address.city address.state address.country')

/** What the words name one after another, the longest names first; null when one of them names nothing. */
export function partsOf(all: readonly string[], known: Known): string[] | null {
  if (all.length === 0) return []
  for (let length = Math.min(3, all.length); length >= 1; length--) {
    const part = known(all.slice(0, length).join(' '))
    const rest = part === undefined ? null : partsOf(all.slice(length), known)
    if (part !== undefined && rest !== null) return part === rest[0] ? rest : [part, ...rest]
  }
  return null
}
