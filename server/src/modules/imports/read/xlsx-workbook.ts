/** What a workbook says of its sheets before any row: where they are, its shared texts, which styles are dates. */
import { isDateFormat } from 'hucre'
import { unreadable } from './table.ts'
import { attribute, xmlScanner } from './xml-scanner.ts'
import { partBytes, partText, type Zip } from './zip.ts'

export type Workbook = {
  readonly zip: Zip
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly texts: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly from1904: boolean
}

/** A million rows of fifteen columns take 600 MB. */
export const MAX_SHEET_BYTES = 900_000_000
const MAX_SMALL_PART = 32 * 1024 * 1024
/** They are held in memory for as long as the sheet is read. */
const MAX_TEXTS_BYTES = 160 * 1024 * 1024

export async function openWorkbook(zip: Zip): Promise<Workbook> {
  const part = await workbookPart(zip)
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const links = await readLinks(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, folder)
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  const scanner = xmlScanner({
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet' || /hidden/i.test(attribute(attributes, 'state') ?? '')) return
      const target = links.get(attribute(attributes, '(?:\\w+:)?id') ?? '')?.target
      if (target !== undefined) sheets.push({ name: attribute(attributes, 'name') ?? '', part: target })
    },
    text: () => {},
    close: () => {},
  })
  scanner.push(await partText(zip, part, MAX_SMALL_PART))
  const texts = [...links.values()].find((link) => link.type === 'sharedStrings')
  const styles = [...links.values()].find((link) => link.type === 'styles')
  return {
    zip,
    sheets,
    from1904,
    texts: texts && zip.parts.has(texts.target) ? await readTexts(zip, texts.target) : [],
    dateStyles: styles && zip.parts.has(styles.target) ? await readDateStyles(zip, styles.target) : new Set(),
  }
}

async function workbookPart(zip: Zip): Promise<string> {
  if (!zip.parts.has('_rels/.rels')) {
    const holdsFiles = [...zip.parts.keys()].some((name) => /\.(?:csv|tsv|xlsx?|vcf)$/i.test(name))
    throw unreadable(holdsFiles ? 'archive' : 'not_a_sheet')
  }
  const links = await readLinks(zip, '_rels/.rels', '')
  const main = [...links.values()].find((link) => link.type === 'officeDocument')?.target
  // Documents of Word begin like workbooks.
  if (main === undefined || !zip.parts.has(main) || /\.bin$|(?:^|\/)word\//.test(main))
    throw unreadable('not_a_sheet')
  return main
}

type Link = { readonly type: string; readonly target: string }

async function readLinks(zip: Zip, part: string, folder: string): Promise<Map<string, Link>> {
  const links = new Map<string, Link>()
  if (!zip.parts.has(part)) return links
  const scanner = xmlScanner({
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      const target = attribute(attributes, 'Target') ?? ''
      const path = target.startsWith('/')
        ? target.slice(1)
        : new URL(target, `file:///${folder}`).pathname.slice(1)
      links.set(attribute(attributes, 'Id') ?? '', { type, target: decodeURIComponent(path) })
    },
    text: () => {},
    close: () => {},
  })
  scanner.push(await partText(zip, part, MAX_SMALL_PART))
  return links
}

/** Rich texts are runs of `t`; those under `rPh` tell how to say them and are no part of them. */
async function readTexts(zip: Zip, part: string): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let inText = false
  let inPhonetic = false
  const scanner = xmlScanner({
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') inPhonetic = true
      inText = name === 't' && !inPhonetic
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 'si') texts.push(withoutEscapes(text))
      if (name === 'rPh') inPhonetic = false
      if (name === 't') inText = false
    },
  })
  const decoder = new TextDecoder()
  for await (const bytes of partBytes(zip, part, MAX_TEXTS_BYTES))
    scanner.push(decoder.decode(bytes, { stream: true }))
  return texts
}

/** Excel writes characters that XML cannot hold as _x000D_, and an underscore that would read so as _x005F_. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

// Formats that are dates by their number alone; the rest say so by their pattern.
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

async function readDateStyles(zip: Zip, part: string): Promise<Set<number>> {
  const formats = new Map<number, string>()
  const dates = new Set<number>()
  let inCells = false
  let style = 0
  const scanner = xmlScanner({
    open: (name, attributes) => {
      if (name === 'numFmt')
        formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      const format = formats.get(id)
      if (format === undefined ? isBuiltInDate(id) : isDateFormat(format)) dates.add(style)
      style++
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  scanner.push(await partText(zip, part, MAX_SMALL_PART))
  return dates
}
