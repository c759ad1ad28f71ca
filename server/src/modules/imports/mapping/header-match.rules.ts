/**
 * The path that a header means, by its words alone. A header may say more than an alias does
 * ("Customer's e-mail address (required)"), but not of something else: "email verified" is no email.
 */
import { aliases } from './aliases.ts'
import { aliasesElsewhere } from './aliases-elsewhere.ts'
import { composedPath, partsOf } from './header-parts.rules.ts'
import {
  CONNECTORS,
  type Context,
  contextsOf,
  headerWords,
  isContext,
  isOfAnother,
  withoutContext,
} from './header-words.rules.ts'

export type HeaderMatch = {
  readonly path: string
  /** 100: the header is an alias; less, the more was left off. */
  readonly score: number
}

export function matchHeader(header: string): HeaderMatch | null {
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const whole = headerWords(header)
  if (whole === '') return null
  const grouped = groupColumn(header)
  if (grouped !== undefined) return grouped === null ? null : { path: grouped, score: 100 }
  const words = headerWords(bare)
  const itself = exact(whole, 100)
  if (itself !== null || isOfAnother(whole)) return itself
  return (
    composed(whole) ??
    inBrackets(header, whole) ??
    exact(words, 97) ??
    composed(words) ??
    numbered(words) ??
    inContext(words) ??
    within(words)
  )
}

function composed(words: string): HeaderMatch | null {
  const path = composedPath(words, pathOf)
  return path === undefined ? null : { path, score: 96 }
}

/** What a header names one after another: of "PLZ/Ort" the postal code, then the town. */
export function partsOfHeader(header: string): readonly string[] {
  const words = withoutContext(headerWords(header)).filter((word) => !CONNECTORS.has(word))
  return partsOf(words, pathOfPart) ?? []
}

/** Of a word alone: whole names are what is taken apart. */
function pathOfPart(words: string): string | undefined {
  const path = pathOf(words)
  return path === 'fullName' ? undefined : path
}

/** "Rue (bureau)", "Name (Unternehmen)": what stands in brackets may say whose it is. Much else does not. */
function inBrackets(header: string, whole: string): HeaderMatch | null {
  const within = /[([]([^)\]]*)[)\]]/.exec(header)
  if (within === null) return null
  const said = headerWords(within[1] ?? '')
  const bare = headerWords(header.replace(within[0], ' '))
  if (isContext(said)) return inContext(whole)
  const ofCompany = pathOf(bare) === '~name' && said.split(' ').some((word) => pathOf(word) === '~company')
  return ofCompany ? { path: '~company', score: 97 } : null
}

/** How many cells are names of columns: by it the header line and the delimiter are found. */
export function countKnown(cells: readonly string[]): number {
  return cells.filter((cell) => cell.length <= 200 && (isWirePath(cell.trim()) || matchHeader(cell) !== null))
    .length
}

/** The words of our own export. */
export const isWirePath = (header: string) => WIRE_PATHS.has(header) || WIRE_MEMBERS.test(header)

const WIRE_MEMBERS =
  /^(?:attributes\.\S|externalIds\.\S|manager\.(?:id|name)$|consent\.(?:email|sms|call)\.(?:state|at|source)$|(?:activity|loyalty|reviews)\.\w+$|address\.(?:label|line1|line2|city|state|postalCode|country|countryText|gateCode)$)/

const WIRE_PATHS: ReadonlySet<string> = new Set(
  (
    'id type number displayName firstName middleName lastName nickname salutation businessName registrationNumber taxId taxExempt website industry manager email ' +
    'additionalEmails phone phones gender dateOfBirth nationality idNumber anniversary gateCode notes preferredLanguage accountType status activity snoozedUntil ' +
    'doNotServe doNotServe.value doNotServe.reason balanceDue consent consent.email consent.sms consent.call tags organizations stores loyalty giftCardNumber address addresses photoUrl ' +
    'billing billing.onAccount billing.onHold billing.requirePurchaseOrder billing.discountPercent billing.noMinimumOrder billing.noDeliveryCharge billing.paymentTerms ' +
    'billing.creditLimit billing.invoiceNotes billing.invoiceEmails attributes externalIds customerSince firstOrderAt lastOrderAt orders visits revenue6m revenueTotal reviews ' +
    'salesperson registeredAt lastLoginAt lastActivityAt lastPasswordResetAt createdAt updatedAt inactivatedAt version'
  ).split(' '),
)

let known: ReadonlyMap<string, string> | undefined

/** Each alias also written as one word; where that is another's, the other's stands. */
function knownWords(): Map<string, string> {
  const pairs = [...Object.entries(aliases), ...Object.entries(aliasesElsewhere)].flatMap(([path, names]) =>
    names.split('|').map((name) => [headerWords(name), path] as const),
  )
  const words = new Map(pairs)
  for (const [name, path] of pairs) {
    const joined = name.replaceAll(' ', '')
    if (!words.has(joined)) words.set(joined, path)
  }
  return words
}

function pathOf(words: string): string | undefined {
  known ??= knownWords()
  return words === '' ? undefined : known.get(words)
}

function exact(words: string, score: number): HeaderMatch | null {
  // WhatsApp and USt-IdNr. are not the words that their capitals make of them.
  const path = pathOf(words) ?? pathOf(words.replaceAll(' ', ''))
  return path === undefined ? null : { path, score: WEAK.has(words) ? score - 4 : score }
}

/** Beside a better word they are something smaller. */
const WEAK = new Set('village suburb locality place hamlet'.split(' '))

/** "Phone 1", "Email2": the first is it, the others are further ones. */
function numbered(words: string): HeaderMatch | null {
  const found = /^(.*?) ?(\d{1,2})$/.exec(words)
  if (!found) return null
  const match = exact(found[1] ?? '', 95) ?? inContext(found[1] ?? '')
  if (match === null || Number(found[2]) <= 1) return match
  const further: Readonly<Record<string, string>> = {
    email: 'additionalEmails',
    phone: 'phones.other',
    'address.line1': 'address.line2',
  }
  const path = further[match.path] ?? (/^(?:phones\.|tags$|notes$)/.test(match.path) ? match.path : null)
  return path === null ? null : { path, score: 90 }
}

function inContext(words: string): HeaderMatch | null {
  for (const left of contextsOf(words)) {
    const match = exact(left.words, 92) ?? composed(left.words)
    if (match !== null) return spoken(match, left.context)
  }
  for (const left of contextsOf(words)) {
    const match = within(left.words)
    if (match !== null) return spoken(match, left.context)
  }
  return null
}

/** What the path becomes when the header says whose it is. */
function spoken({ path, score }: HeaderMatch, context: Context): HeaderMatch | null {
  if (context === null) return { path, score }
  if (path.startsWith('address.')) {
    return { path: context === 'contact' ? path : path.replace('address.', `addresses.${context}.`), score }
  }
  if (context === 'contact') {
    const own = ['firstName', 'lastName', 'middleName', 'salutation', 'email', 'phone'].includes(path)
    return { path: own ? `contact.${path}` : path, score }
  }
  if (context === 'work' || context === 'home') {
    if (path === 'phone') return { path: `phones.${context}`, score }
    return { path, score: score - 5 }
  }
  // Whom a bill or a parcel is for is not who the customer is, unless nothing else says it.
  if (path === 'phone') return { path: 'phones.other', score: score - 20 }
  return /^(?:firstName|lastName|fullName|~name|~company|email|taxId|salutation|phones\..*)$/.test(path)
    ? { path: path === '~name' ? 'fullName' : path, score: score - 20 }
    : null
}

/** The longest alias among the words, when the others only describe it. */
function within(words: string): HeaderMatch | null {
  const all = words.split(' ')
  if (all.length < 2 || all.length > 8) return null
  for (let length = all.length - 1; length >= 1; length--) {
    for (let at = 0; at + length <= all.length; at++) {
      const part = all.slice(at, at + length)
      const others = [...all.slice(0, at), ...all.slice(at + length)]
      const path = pathOf(part.join(' '))
      if (path === undefined || others.length > 3 || others.some((word) => OTHER_THING.test(word))) continue
      if (length === 1 && !tellsAlone(part[0] ?? '', path)) continue
      // A category of phones, a note on an address: of what the other word means, not of the customer.
      if (/^(?:tags|notes)$/.test(path) && others.some((word) => pathOf(word) !== undefined)) continue
      return { path, score: 50 + Math.round((30 * length) / all.length) }
    }
  }
  return null
}

/** One short or common word among others says too little. */
const tellsAlone = (word: string, path: string) =>
  word.length >= 3 && !path.startsWith('~') && TELLING.test(path) && !VAGUE.has(word)

const TELLING =
  /^(?:email|additionalEmails|phone|phones\..*|firstName|lastName|nickname|dateOfBirth|gender|notes|website|taxId|address\.(?:line1|city|postalCode|country|state)|tags|nationality|taxExempt|consent\..*|preferredLanguage)$/
const VAGUE = new Set(
  'first last given second middle group groups list lists class category categories segment no web url mail place land estado state region district local note description subscribed marketing sms active marca via dir born text fon con language country ad ime label labels internet comment lang site portable particular domain'.split(
    ' ',
  ),
)

/** Words that make a column one of something else. */
const OTHER_THING =
  /^(?:id|ids|uuid|count|counts|total|totals|spent|spend|amount|balance|points?|orders?|last|latest|updated?|modified|verified|verification|valid|validated|validation|type|kind|status|state|source|opt|optin|optout|consent|subscription|subscribed|unsubscribed|marketing|newsletter|bounced?|score|rank|owner|photo|image|picture|avatar|hash|latitude|longitude|lat|lng|lon|time|timestamp|phonetic|yomi|format|formatted|label|is|has|was|gift|card|loyalty|rewards?|password|emergency|spouse|partner|child|children|parent|mother|father|pet|event|product|item|sku|price|campaign|list|file|utm|device|browser|ip|visits?|visit|number|numero|num|fecha|date|datum|data|expiry|expires|sent|opened|clicked|server|billing|mileage|occupation|bank|iban|account|invoice|payment|currency|region|domain|messages?|calls?|texts?|flag|enabled|disabled|allowed|blocked|rate|tax|average|predicted|expected|kategorie|category|categoria|categorie|typ|tipo|art|class|privacy|datenschutz|gdpr|dsgvo|rgpd|lgpd|kin|driver|model|discount|not|notes?|instructions|os|codes?|hall|delivered|version|views|parking|clicks|header)$/

const GROUP = /^(.{2,40}?)\s+(\d{1,2})\s+-\s+(.+)$/
/** "Address 1: City", "address_2_city". */
const NUMBERED_ADDRESS =
  /^(address|adresse|direccion|dirección|indirizzo|adres)[ _]?(\d)\s*[:_ -]\s*(\p{L}.*)$/iu

/** The numbered groups of address books. Undefined: no such column; null: one that is not read. */
function groupColumn(header: string): string | null | undefined {
  const found = GROUP.exec(header.trim()) ?? ofNumberedAddress(header.trim())
  if (!found) return undefined
  const [, kind = '', number = '', part = ''] = found
  const group = groupKinds.get(headerWords(kind))
  if (group === undefined) return undefined
  const path = groups[group]?.[groupParts.get(headerWords(part)) ?? '']
  if (path === undefined) return null
  return Number(number) > 1 && ONLY_FIRST.test(path) ? null : path.replace('#', number)
}

/** Only where what follows is part of an address: "Address 1 verified" is none. */
function ofNumberedAddress(header: string): RegExpExecArray | null {
  const found = NUMBERED_ADDRESS.exec(header)
  return found !== null && groupParts.has(headerWords(found[3] ?? '')) ? found : null
}

const ONLY_FIRST = /^(?:~company|organization|website)/

const byWord = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(lists).flatMap(([name, words]) => words.split('|').map((word) => [word, name] as const)),
  )

/** In the languages that address books write their headers in. */
const groupKinds = byWord({
  email: 'email|correo electronico|correo|courriel|adresse email|posta elettronica',
  phone: 'phone|telefon|telefono|telephone|telefone|telefoon|puhelin|telefonnummer',
  address: 'address|adresse|direccion|indirizzo|endereco|morada|adres|adress',
  organization: 'organization|organisation|organizacion|organizzazione|organizacao|organisatie|firma|empresa',
  website: 'website|webseite|sitio web|site web|sito web|site',
  event:
    'event|ereignis|evento|evenement|im|chat|relation|beziehung|relacion|relazione|relacao|custom field|benutzerdefiniertes feld|campo personalizado|champ personnalise|campo personalizzato',
})
const groupParts = byWord({
  value: 'value|wert|valor|valeur|valore|waarde',
  kind: 'type|label|typ|etikett|etiqueta|tipo|libelle|etiquette|etichetta|rotulo|marcador',
  formatted: 'formatted|formatiert|con formato|formatee|formattato|formatado',
  street: 'street|strasse|calle|rue|via|rua|straat|street 1|street line 1|line 1',
  city: 'city|stadt|ort|ciudad|ville|citta|cidade|stad|plaats',
  poBox: 'po box|postfach|apartado correos|apartado|boite postale|casella postale|caixa postal|postbus',
  region:
    'region|state region|state province|state|province|bundesland|provincia|regione|regiao|estado|provincie|regio',
  postalCode:
    'postal code|zip|zip postal code|postcode|zipcode|postleitzahl|plz|codigo postal|code postal|codice postale|cap|cep|postcode',
  country: 'country|country region|land|pais|pays|paese',
  extended:
    'extended address|street 2|street line 2|line 2|erweiterte adresse|direccion ampliada|adresse complete|indirizzo esteso|endereco estendido',
  name: 'name|nombre|nom|nome|naam',
  title: 'title|titel|position|cargo|titre|fonction|titolo|posizione|functie',
})

const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  email: { value: 'emails.#.value', kind: 'emails.#.kind' },
  phone: { value: 'phones.#.number', kind: 'phones.#.kind' },
  address: {
    kind: 'addresses.#.label',
    formatted: 'addresses.#.formatted',
    street: 'addresses.#.line1',
    city: 'addresses.#.city',
    poBox: 'addresses.#.poBox',
    region: 'addresses.#.state',
    postalCode: 'addresses.#.postalCode',
    country: 'addresses.#.country',
    extended: 'addresses.#.line2',
  },
  organization: { name: '~company', title: 'organization.title' },
  website: { value: 'website' },
}
