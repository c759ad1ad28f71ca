// Cells that hold one of a few words, in the languages of the files that people bring.

export function readBoolean(text: string): boolean | null {
  const word = simple(text)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

export function readType(text: string): 'personal' | 'business' | null {
  const word = simple(text)
  return PERSON.has(word) ? 'personal' : COMPANY.has(word) ? 'business' : null
}

export function readStatus(text: string): 'active' | 'inactive' | null {
  const word = simple(text)
  if (INACTIVE.has(word)) return 'inactive'
  if (ACTIVE.has(word)) return 'active'
  const flag = readBoolean(text)
  return flag === null ? null : flag ? 'active' : 'inactive'
}

export function readAccountType(text: string): 'guest' | 'registered' | null {
  const word = simple(text)
  if (/^(?:guest|gast|invitado|invite|ospite|convidado|disabled|invited|no account)$/.test(word))
    return 'guest'
  if (
    /^(?:registered|registriert|registrado|enregistre|registrato|geregistreerd|enabled|member|account)$/.test(
      word,
    )
  )
    return 'registered'
  return null
}

/** What people agreed to: yes or no, or the words of mailing lists. */
export function readConsent(text: string): 'in' | 'out' | 'unknown' | null {
  const word = simple(text)
  if (OPTED_IN.has(word)) return 'in'
  if (OPTED_OUT.has(word)) return 'out'
  if (NOT_SAID.has(word)) return 'unknown'
  const flag = readBoolean(text)
  return flag === null ? null : flag ? 'in' : 'out'
}

export const isSalutation = (text: string) => SALUTATIONS.has(simple(text))

const simple = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[._\s-]+/g, ' ')
    .trim()

const words = (text: string) => new Set(text.split('|'))

const YES = words(
  'yes|y|true|t|1|si|s|sim|oui|o|ja|j|vrai|wahr|verdadero|verdadeiro|vero|waar|x|on|checked|✓|✔|tak|ano|evet|да|igen|kylla',
)
const NO = words(
  'no|n|false|f|0|non|nein|nao|nee|faux|falsch|falso|onwaar|off|unchecked|✗|✘|nie|ne|hayir|нет|nej|nei|nem|ei',
)

const PERSON = words(
  'personal|person|individual|individuals|private|privat|privatkunde|privatperson|particular|particulier|personne|persona|' +
    'persona fisica|pessoa|pessoa fisica|privato|consumer|b2c|natural person|human|contact|p|physical|particolare|fisica|residential|homeowner|household|privatkund|privatkunden|henkilo|osoba|osoba prywatna|osoba fizyczna|fyzicka osoba',
)
const COMPANY = words(
  'business|company|organization|organisation|corporate|corporation|b2b|firma|firmenkunde|geschaft|geschaftskunde|' +
    'unternehmen|empresa|persona juridica|pessoa juridica|juridica|entreprise|societe|professionnel|azienda|ditta|societa|' +
    'persona giuridica|bedrijf|zakelijk|commercial|enterprise|legal entity|b|c|org|institution|foretag|virksomhed|erhverv|bedrift|yritys|spolecnost|pravnicka osoba|osoba prawna|ceg',
)
const ACTIVE = words(
  'active|aktiv|activo|activa|actif|active client|attivo|ativo|actief|enabled|current|open|aktywny',
)
const INACTIVE = words(
  'inactive|inaktiv|inactivo|inactiva|inactif|inattivo|inativo|inactief|disabled|archived|deleted|blocked|closed|gesperrt|' +
    'archiviert|geloscht|baja|suspended|former|nieaktywny|not active|nicht aktiv|no activo|non actif|non attivo|neaktivni',
)
const OPTED_IN = words(
  'subscribed|opted in|opt in|optin|in|accepted|granted|confirmed|allowed|agreed|consented|explicit|single opt in|' +
    'confirmed opt in|double opt in|suscrito|abonne|inscrit|angemeldet|abonniert|iscritto|inscrito|ingeschreven|marketing contact',
)
const OPTED_OUT = words(
  'unsubscribed|not subscribed|opted out|opt out|optout|out|declined|denied|revoked|refused|withdrawn|bounced|complained|' +
    'cleaned|de baja|no suscrito|desabonne|non abonne|desinscrit|abgemeldet|disiscritto|non iscritto|uitgeschreven',
)
const NOT_SAID = words(
  'unknown|pending|never subscribed|not set|none|implicit|non subscribed|nonsubscribed|unbekannt|desconocido|inconnu|sconosciuto|not specified|redacted|invalid',
)
const SALUTATIONS = words(
  'mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|rev|hon|capt|herr|frau|hr|fr|sr|sra|srta|don|dona|d|dna|m|mme|mlle|' +
    'monsieur|madame|mademoiselle|me|sig|signor|signora|sig ra|dott|dottor|dottssa|dott ssa|ing|avv|dhr|mevr|mevrouw|de heer|' +
    'senhor|senhora|pan|pani|dipl ing|dr med|prof dr|herr dr|frau dr|dra|lic|arq',
)
