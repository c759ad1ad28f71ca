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
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/å/g, 'a')
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  const words = apart
    .replace(/['’`]/g, ' ')
    .replace(/\bn[°º]\.?|\bnº|#/g, ' no ')
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

const ARTICLES = new Set(
  'the of de del la el los las du des le les l d der die das dem den des di do da dos das della dello il lo i gli van het een your tu su ihr ihre votre vos seu sua mi my a an'.split(
    ' ',
  ),
)

const PREFIX =
  /^(kunden|liefer|rechnungs|firmen|klant|bezorg|factuur|verzend|aflever|kund|kontakt)(?=(?:adress?e?|adres|strasse|straat|plz|ort|stadt|land|nummer|nr|name|naam|namn|mail|email|telefon|telefoon|anschrift|postcode|plaats|postleitzahl|hausnummer|vorname|nachname|id|gruppe|typ|status|seit|firma|code))/

function compound(word: string): string[] {
  const prefix = PREFIX.exec(word)?.[1]
  return prefix === undefined ? [word] : [prefix, word.slice(prefix.length)]
}

export type Context = 'billing' | 'delivery' | 'work' | 'home' | 'contact' | null

/** The header without the words that only say whose or of what it is, fewest left off first. */
export function contextsOf(words: string): { readonly words: string; readonly context: Context }[] {
  const all = words.split(' ')
  const context =
    all.map((word) => contexts.get(word)).find((found) => found !== undefined && found !== null) ?? null
  const left = [
    all.filter((word) => (contexts.get(word) ?? null) === null),
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
        'billing bill billto invoice invoicing rechnungs rechnung facturacion factura facturation fatturazione fattura faturamento cobranca factuur payer',
      ],
      [
        'delivery',
        'shipping ship shipto delivery deliver recipient liefer lieferung entrega envio livraison expedition consegna spedizione bezorg verzend aflever levering',
      ],
      ['contact', 'contact contacto kontakt contatto contato contactpersoon'],
      [
        'work',
        'geschaftlich dienstlich beruflich professionnel profesional business work office arbeit buro trabajo oficina travail bureau lavoro ufficio trabalho',
      ],
      ['home', 'home private privat personal particular domicile casa prive thuis residential'],
      [
        null,
        'customer customers client clients cliente clientes clienti kunde kunden kund klant klanten guest guests gast huesped member members miembro membre patron user ' +
          'usuario utilisateur buyer shopper subscriber person persona personne primary default main principal haupt hoofd current preferred mailing physical ' +
          'crm profile record holder patient student donor attendee lead consumer acheteur comprador kaufer besteller',
      ],
    ] as const
  ).flatMap(([context, words]) => words.split(' ').map((word) => [word, context] as const)),
)
