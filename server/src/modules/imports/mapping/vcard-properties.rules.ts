// The lines of one vCard as properties, in the notations of 2.1, 3.0 and 4.0.
import iconv from 'iconv-lite'

export type Property = {
  readonly name: string
  /** item1 of item1.TEL: joins it with its label. */
  readonly group: string | null
  /** TYPE and bare words of 2.1, in lower case. */
  readonly types: readonly string[]
  readonly params: ReadonlyMap<string, string>
  /** Decoded of its transfer encoding; its backslashes still stand. */
  readonly value: string
}

export function cardProperties(card: string): Property[] {
  return unfolded(card).flatMap((line) => {
    const property = readLine(line)
    return property === null ? [] : [property]
  })
}

/** The parts of a structured value (N, ADR, ORG), their backslashes undone. */
export function components(value: string): string[] {
  return value.split(/(?<!\\);/).map(plainText)
}

/** The values of a list, separated by commas. */
export function valuesOf(value: string): string[] {
  return value
    .split(/(?<!\\),/)
    .map((part) => plainText(part).trim())
    .filter((part) => part !== '')
}

export function plainText(value: string): string {
  return value
    .replace(/\\([nN,;:\\"])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))
    .trim()
}

/** Lines that were cut to 75 characters, put together: by a space in front, or in quoted-printable by a = at the end. */
function unfolded(card: string): string[] {
  const lines: string[] = []
  let quoted = false
  for (const line of card.split('\n')) {
    const before = lines.at(-1)
    if (before !== undefined && quoted && before.endsWith('='))
      lines[lines.length - 1] = before.slice(0, -1) + line
    else if (before !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = before + line.slice(1)
    else lines.push(line)
    quoted = /^[^:]*ENCODING=QUOTED-PRINTABLE|^[^:]*;QUOTED-PRINTABLE/i.test(lines.at(-1) ?? '')
  }
  return lines
}

function readLine(line: string): Property | null {
  const colon = outsideQuotes(line, ':')
  if (colon === -1) return null
  const [front = '', ...params] = split(line.slice(0, colon), ';')
  const dot = front.lastIndexOf('.')
  const name = front
    .slice(dot + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9-]+$/.test(name)) return null
  const read = readParams(params)
  return {
    name,
    group: dot === -1 ? null : front.slice(0, dot).toLowerCase(),
    ...read,
    value: decoded(line.slice(colon + 1), read.params),
  }
}

function readParams(params: readonly string[]): { types: string[]; params: Map<string, string> } {
  const types: string[] = []
  const named = new Map<string, string>()
  for (const param of params) {
    const equals = param.indexOf('=')
    const key = equals === -1 ? '' : param.slice(0, equals).trim().toUpperCase()
    const value = (equals === -1 ? param : param.slice(equals + 1)).trim().replace(/^"(.*)"$/, '$1')
    if (key === 'TYPE')
      types.push(
        ...value
          .toLowerCase()
          .split(',')
          .map((type) => type.trim()),
      )
    else if (key !== '') named.set(key, value)
    else if (/^(?:quoted-printable|base64|b|8bit|7bit)$/i.test(value)) named.set('ENCODING', value)
    else types.push(value.toLowerCase())
  }
  if (named.has('PREF')) types.push('pref')
  return { types, params: named }
}

function decoded(value: string, params: ReadonlyMap<string, string>): string {
  const encoding = params.get('ENCODING')?.toLowerCase() ?? ''
  const charset = params.get('CHARSET') ?? 'utf-8'
  const name = iconv.encodingExists(charset) ? charset : 'utf-8'
  if (encoding === 'quoted-printable') return iconv.decode(quotedBytes(value), name).replace(/\r\n?/g, '\n')
  if (encoding === 'base64' || encoding === 'b') return iconv.decode(Buffer.from(value, 'base64'), name)
  return value
}

function quotedBytes(value: string): Buffer {
  const bytes: number[] = []
  for (let i = 0; i < value.length; i++) {
    const code = value.charAt(i) === '=' ? Number.parseInt(value.slice(i + 1, i + 3), 16) : Number.NaN
    if (/^=[0-9A-Fa-f]{2}/.test(value.slice(i, i + 3))) {
      bytes.push(code)
      i += 2
    } else bytes.push(...Buffer.from(value.charAt(i)))
  }
  return Buffer.from(bytes)
}

function outsideQuotes(text: string, mark: string): number {
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) === '"') quoted = !quoted
    else if (!quoted && text.charAt(i) === mark) return i
  }
  return text.indexOf(mark)
}

function split(text: string, mark: string): string[] {
  const parts: string[] = []
  let rest = text
  for (;;) {
    const at = outsideQuotes(rest, mark)
    if (at === -1) return [...parts, rest]
    parts.push(rest.slice(0, at))
    rest = rest.slice(at + 1)
  }
}
