// Countries by code or by name, in the languages of the files that people bring.
import { COUNTRIES, isCountry } from '../../../../kernel/countries.ts'
import { readLanguages } from './languages.ts'

/** ISO 3166 alpha-2, or null for what is no country known here. */
export function readCountry(text: string): string | null {
  const before = remembered.get(text)
  if (before !== undefined) return before
  const country = findCountry(text.trim())
  // A file says the same few countries over and over.
  if (remembered.size < 2000 && text.length < 100) remembered.set(text, country)
  return country
}

const remembered = new Map<string, string | null>()

function findCountry(text: string): string | null {
  if (/^[A-Za-z]{2}$/.test(text)) {
    const code = text.toUpperCase()
    return isCountry(code) ? code : (codes[code] ?? null)
  }
  names ??= nameCountries()
  return names.get(simple(text)) ?? null
}

/** A BCP 47 tag: of a tag, or of a language's name. */
export function readLanguage(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-')
  if (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) {
    try {
      if (
        tag.length < 4
          ? knownLanguages().has(tag.toLowerCase())
          : Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1
      )
        return Intl.getCanonicalLocales(tag)[0] ?? null
    } catch {
      return null
    }
  }
  const name = simple(text.replace(/\s*\(.*\)$/, ''))
  languages ??= nameLanguages()
  return languages.get(name) ?? null
}

const LANGUAGES = [...readLanguages, 'hu', 'ro', 'tr', 'ru', 'el', 'ja', 'zh', 'ko', 'ar']
const SPOKEN =
  'en es fr de it pt nl ca eu gl pl sv da nb no fi cs sk hu ro bg el tr ru uk hr sr sl lt lv et he ar fa hi ja zh ko vi th id ms sw tl af is ga'

const codes: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', YU: 'RS', BU: 'MM', TP: 'TL' }

let names: Map<string, string> | undefined
let languages: Map<string, string> | undefined

const knownLanguages = () => new Set(SPOKEN.split(' '))

const simple = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/&/g, 'and')
    .replace(/^the\b|[.,'’()]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim()

function nameCountries(): Map<string, string> {
  const found = new Map<string, string>()
  const add = (name: string, code: string) => {
    const key = simple(name)
    if (key !== '' && !found.has(key)) found.set(key, code)
  }
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of COUNTRIES) add(display.of(code) ?? '', code)
  }
  for (const [code, others] of Object.entries(alsoCalled))
    for (const name of others.split('|')) add(name, code)
  for (const [i, alpha3] of ALPHA3.split(' ').entries()) add(alpha3, ALPHA2[i] as string)
  return found
}

function nameLanguages(): Map<string, string> {
  const found = new Map<string, string>()
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'language' })
    for (const code of SPOKEN.split(' ')) {
      const key = simple(display.of(code) ?? '')
      if (!found.has(key)) found.set(key, code)
    }
  }
  return found
}

const alsoCalled: Readonly<Record<string, string>> = {
  VC: 'Saint Vincent and the Grenadines|Saint Vincent|St Vincent and the Grenadines',
  KN: 'Saint Kitts and Nevis|Saint Kitts',
  LC: 'Saint Lucia',
  SH: 'Saint Helena|Saint Helena, Ascension and Tristan da Cunha',
  PM: 'Saint Pierre and Miquelon',
  MF: 'Saint Martin (French part)|Saint Martin',
  SX: 'Sint Maarten (Dutch part)',
  BL: 'Saint Barthélemy',
  GM: 'Gambia, The|The Gambia',
  BS: 'Bahamas, The|The Bahamas',
  US: 'United States of America|U.S.A.|U.S.|America|EE.UU.|EEUU|E.U.A.|Estados Unidos de América|USA United States|Etats-Unis d’Amérique|Vereinigte Staaten von Amerika|American|Estadounidense',
  GB: 'Great Britain|Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland|Großbritannien|Inglaterra|Gran Bretaña|Angleterre|Grande-Bretagne|Inghilterra|Engeland|Groot-Brittannië|British',
  NL: 'Holland|The Netherlands|Holanda|Hollande|Olanda|Nederland|Dutch',
  DE: 'Federal Republic of Germany|BRD|Deutschland|German|Deutsch|Alemán|Alemana',
  ES: 'Reino de España|Spanish|Español|Española',
  FR: 'French|Français|Française|France métropolitaine',
  IT: 'Italian|Italiano|Italiana',
  PT: 'Portuguese|Português|Portuguesa',
  MX: 'México|Estados Unidos Mexicanos|Mexican|Mexicano|Mexicana',
  CA: 'Canadian',
  IE: 'Republic of Ireland|Eire|Irish',
  CH: 'Schweiz|Suisse|Svizzera|Swiss|Confoederatio Helvetica',
  AT: 'Austrian',
  BE: 'Belgian|Belgien',
  CZ: 'Czech Republic|Česká republika|Tschechische Republik|República Checa|République tchèque|Repubblica Ceca',
  RU: 'Russian Federation|Federación Rusa',
  KR: 'Korea|Republic of Korea|Korea, Republic of|South Korea|Corea|Corea del Sur',
  KP: 'Korea, Democratic People’s Republic of|Democratic People’s Republic of Korea',
  VN: 'Viet Nam',
  IR: 'Iran, Islamic Republic of|Islamic Republic of Iran',
  SY: 'Syrian Arab Republic',
  LA: 'Lao People’s Democratic Republic',
  MD: 'Moldova, Republic of|Republic of Moldova',
  MK: 'Macedonia|Macedonia, the former Yugoslav Republic of|Republic of North Macedonia',
  TZ: 'Tanzania, United Republic of|United Republic of Tanzania',
  VE: 'Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela',
  BO: 'Bolivia, Plurinational State of|Plurinational State of Bolivia',
  BN: 'Brunei Darussalam',
  CD: 'Congo, The Democratic Republic of the|Democratic Republic of the Congo|DR Congo|Congo, Dem. Rep.|Zaire',
  CG: 'Congo|Republic of the Congo|Congo, Republic of the',
  CI: 'Ivory Coast|Cote d’Ivoire',
  CV: 'Cabo Verde',
  FK: 'Falkland Islands (Malvinas)|Islas Malvinas',
  FM: 'Micronesia, Federated States of',
  HK: 'Hong Kong|Hong Kong SAR|Hongkong',
  MO: 'Macau|Macao',
  MM: 'Burma|Birmania',
  PS: 'Palestine|Palestine, State of|Palestinian Territory, Occupied',
  RE: 'Reunion|Runion',
  RS: 'Yugoslavia|Serbia and Montenegro',
  SZ: 'Swaziland|Eswatini',
  TL: 'East Timor|Timor Leste',
  TR: 'Turkey|Türkei|Turquía|Turquie',
  TW: 'Taiwan, Province of China|Republic of China',
  CN: 'People’s Republic of China|PRC|PR China|Mainland China|Chinese',
  VA: 'Holy See (Vatican City State)|Vatican|Holy See',
  VG: 'British Virgin Islands|Virgin Islands, British',
  VI: 'US Virgin Islands|Virgin Islands, U.S.',
  AE: 'UAE|U.A.E.|Emirates|Emiratos Árabes',
  SA: 'KSA|Kingdom of Saudi Arabia',
  ZA: 'Republic of South Africa|RSA',
  BA: 'Bosnia|Bosnia-Herzegovina',
  BR: 'Brasil|Brazilian|Brasileiro|Brasileira|Brasileño',
  AR: 'República Argentina|Argentine|Argentino',
  CO: 'Colombian|Colombiano|Colombiana',
  CL: 'Chilean|Chileno|Chilena',
  AU: 'Australian',
  NZ: 'Aotearoa|New Zealander',
  IN: 'Republic of India|Bharat|Indian',
  JP: 'Japanese|Nippon',
  PL: 'Polish',
  SE: 'Swedish',
  NO: 'Norwegian',
  DK: 'Danish',
  FI: 'Finnish',
  GR: 'Greek|Hellas',
}

const ALPHA2 =
  'AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BQ BA BW BV BR IO BN BG BF BI CV KH CM CA KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FK FO FJ FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM VA HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ MM NA NR NP NL NC NZ NI NE NG NU NF MK MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW BL SH KN LC MF PM VC WS SM ST SA SN RS SC SL SG SX SK SI SB SO ZA GS SS ES LK SD SR SJ SE CH SY TW TJ TZ TH TL TG TK TO TT TN TR TM TC TV UG UA AE GB US UM UY UZ VU VE VN VG VI WF EH YE ZM ZW'.split(
    ' ',
  )
const ALPHA3 =
  'AFG ALA ALB DZA ASM AND AGO AIA ATA ATG ARG ARM ABW AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BMU BTN BOL BES BIH BWA BVT BRA IOT BRN BGR BFA BDI CPV KHM CMR CAN CYM CAF TCD CHL CHN CXR CCK COL COM COG COD COK CRI CIV HRV CUB CUW CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FLK FRO FJI FIN FRA GUF PYF ATF GAB GMB GEO DEU GHA GIB GRC GRL GRD GLP GUM GTM GGY GIN GNB GUY HTI HMD VAT HND HKG HUN ISL IND IDN IRN IRQ IRL IMN ISR ITA JAM JPN JEY JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MAC MDG MWI MYS MDV MLI MLT MHL MTQ MRT MUS MYT MEX FSM MDA MCO MNG MNE MSR MAR MOZ MMR NAM NRU NPL NLD NCL NZL NIC NER NGA NIU NFK MKD MNP NOR OMN PAK PLW PSE PAN PNG PRY PER PHL PCN POL PRT PRI QAT REU ROU RUS RWA BLM SHN KNA LCA MAF SPM VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SXM SVK SVN SLB SOM ZAF SGS SSD ESP LKA SDN SUR SJM SWE CHE SYR TWN TJK TZA THA TLS TGO TKL TON TTO TUN TUR TKM TCA TUV UGA UKR ARE GBR USA UMI URY UZB VUT VEN VNM VGB VIR WLF ESH YEM ZMB ZWE'
