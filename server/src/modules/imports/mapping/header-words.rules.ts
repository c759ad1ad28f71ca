/**
 * A header as words: "Customer_FirstName*" and "customer first name" are one. What only says whose
 * column it is ("customer", "primary") can be left off, and "billing", "shipping" are told apart.
 */

/** Lower case, without accents, marks and articles, camelCase and known compounds apart. */
export function headerWords(header: string): string {
  const apart = header
    .normalize('NFC')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    // With its accent it is Portuguese, where it is a birthday.
    .replace('aniversário', 'aniversario nascimento')
    .replace(/[ßøæåłđðıةى]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\bm\.\s?i\b/, 'middle initial')
    .replace(/\ba\/c\s*$/, 'account code')
    .replace(/\ba\/c\b/, 'account')
    .replace(ASKING, '')
  const words = apart
    .replace(/['’`]/g, ' ')
    .replace(/\bn[°º]\.?|\bnº|[#№]/g, ' no ')
    .replace(/\bi[./]\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\be mail/g, 'email')
    .replace(/\bpost code\b/g, 'postcode')
    .replace(/\bzip code\b/g, 'zip')
    .trim()
    .split(' ')
  return words
    .flatMap(compound)
    .filter((word) => !ARTICLES.has(word))
    .join(' ')
}

const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
}

/** How forms put their questions. */
const ASKING = /^\s*(?:please )?(?:enter|(?:what|when|which)(?:['’]s| is))\s+/

/** Between two things that one header names. */
export const CONNECTORS: ReadonlySet<string> = new Set(
  'and und u y e et och og en ja ve va ou o oder or и та και'.split(' '),
)

const ARTICLES = new Set(
  'the of de del la el los las du des le les l d der die das dem den des di do da dos das della dello il lo i gli van het een your tu su ihr ihre votre vos seu sua mi my a an'.split(
    ' ',
  ),
)

const PREFIX =
  /^(kunden|liefer|rechnungs|firmen|klant|bezorg|factuur|verzend|aflever|kund|kontakt|faktura|leverans|leverings)(?=(?:adress?e?|adres|strasse|straat|plz|ort|stadt|land|nummer|nr|name|naam|namn|mail|email|telefon|telefoon|anschrift|postcode|plaats|postleitzahl|hausnummer|vorname|nachname|id|gruppe|typ|status|seit|firma|code|kategorie|klasse|kode))/

function compound(word: string): string[] {
  const prefix = PREFIX.exec(word)?.[1]
  return prefix === undefined ? [word] : [prefix, word.slice(prefix.length)]
}

export type Context = 'billing' | 'delivery' | 'work' | 'home' | 'contact' | null

/** The header without the words that only say whose or of what it is, fewest left off first. */
export function contextsOf(words: string): { readonly words: string; readonly context: Context }[] {
  const all = words.split(' ')
  const found = all.map((word) => contexts.get(word) ?? null).filter((one) => one !== null)
  // "Domicilio de entrega", "home delivery": for what it is says more than where.
  const context = found.find((one) => one === 'billing' || one === 'delivery') ?? found[0] ?? null
  const left = [
    all.filter((word) => (contexts.get(word) ?? null) === null),
    all.filter((word) => (contexts.get(word) ?? null) !== context || context === null),
    all.filter((word) => !contexts.has(word)),
  ].map((kept) => kept.filter((word, i) => !(word === 'to' && i === 0)).join(' '))
  return [...new Set(left)]
    .filter((kept) => kept !== '' && kept !== words)
    .map((kept) => ({ words: kept, context }))
}

const contexts: ReadonlyMap<string, Context> = new Map(
  (
    [
      [
        'billing',
        'billing bill billto invoice invoicing rechnungs rechnung facturacion factura facturation fatturazione fattura faturamento cobranca factuur faktura fakturacia fakturacni payer',
      ],
      [
        'delivery',
        'shipping ship shipto delivery deliver recipient liefer lieferung entrega envio livraison expedition consegna spedizione bezorg verzend aflever levering leverings leverans dodaci dodavka dostawa',
      ],
      ['contact', 'contact contacto kontakt contatto contato contactpersoon'],
      [
        'work',
        'geschaftlich geschaftl dienstlich beruflich professionnel profesional business work office arbeit buro trabajo oficina travail bureau lavoro ufficio trabalho',
      ],
      ['home', 'home private privat personal particular domicile domicilio casa prive thuis residential'],
      [
        null,
        'cust customer customers client clients cliente clientes clienti kunde kunden kund klant klanten guest guests gast huesped member members miembro membre patron user ' +
          'usuario utilisateur buyer shopper subscriber person persona personne primary default main principal haupt hoofd current preferred mailing physical ' +
          'crm profile record invitee patient student donor attendee lead consumer acheteur comprador kaufer besteller',
      ],
    ] as const
  ).flatMap(([context, words]) => words.split(' ').map((word) => [word, context] as const)),
)

/** Whether it is of somebody else than the customer. */
export const isOfAnother = (words: string) => OF_ANOTHER.test(words)

const OF_ANOTHER =
  /\b(?:emergency|notfall|urgence|emergencia|emergenza|spouse|partner|child|children|parent|mother|father|kin|pet|driver|employee|staff|agent|referr\w*|supplier|vendor|server|doctor|teacher|guardian|assistant|seller|holder)\b/

/** The words that say what it is, and not whose. */
export const withoutContext = (words: string) => words.split(' ').filter((word) => !contexts.has(word))

/** Whether these words do nothing but say whose or of what something is. */
export const isContext = (words: string) =>
  words.split(' ').every((word) => contexts.has(word) || CONNECTORS.has(word)) &&
  words.split(' ').some((word) => (contexts.get(word) ?? null) !== null)
