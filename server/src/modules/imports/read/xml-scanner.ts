/** The XML of spreadsheets by pieces: tags and texts as they come, nothing kept. Enough for that and for nothing else. */
export type XmlHandlers = {
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

export type XmlScanner = { push(text: string): void }

export function xmlScanner(handlers: XmlHandlers): XmlScanner {
  let rest = ''
  return {
    push: (piece) => {
      rest = scan(rest === '' ? piece : rest + piece, handlers)
    },
  }
}

export function attribute(attributes: string, name: string): string | null {
  if (attributes === '') return null
  let pattern = patterns.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const found = pattern.exec(attributes)
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : null
}

const patterns = new Map<string, RegExp>()

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]+|#\d+|lt|gt|amp|quot|apos);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Longer than any text of a sheet may be: passed on in parts, so that no piece is copied again and again. */
const LONG_TEXT = 256 * 1024

/** Answers what was not finished. */
function scan(xml: string, handlers: XmlHandlers): string {
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag === -1) {
      if (xml.length - at < LONG_TEXT) break
      handlers.text(xml.slice(at))
      return ''
    }
    const end = endOfTag(xml, tag)
    if (end === -1) {
      if (tag > at) handlers.text(unescapeXml(xml.slice(at, tag)))
      at = tag
      break
    }
    if (tag > at) handlers.text(unescapeXml(xml.slice(at, tag)))
    emit(xml, tag, end, handlers)
    at = end + 1
  }
  return xml.slice(at)
}

function endOfTag(xml: string, tag: number): number {
  if (xml.startsWith('<!--', tag)) return last(xml.indexOf('-->', tag + 4))
  if (xml.startsWith('<![CDATA[', tag)) return last(xml.indexOf(']]>', tag + 9))
  // Attributes of spreadsheets do not hold ">", which XML would allow: writers escape it.
  return xml.indexOf('>', tag + 1)
}

const last = (found: number) => (found === -1 ? -1 : found + 2)

function emit(xml: string, tag: number, end: number, handlers: XmlHandlers): void {
  const first = xml.charCodeAt(tag + 1)
  if (first === 33) {
    if (xml.startsWith('<![CDATA[', tag)) handlers.text(xml.slice(tag + 9, end - 2))
    return
  }
  if (first === 63) return
  if (first === 47) {
    handlers.close(localName(xml.slice(tag + 2, end).trim()))
    return
  }
  const empty = xml.charCodeAt(end - 1) === 47
  const inside = xml.slice(tag + 1, empty ? end - 1 : end)
  const space = inside.search(/\s/)
  const name = localName(space === -1 ? inside : inside.slice(0, space))
  handlers.open(name, space === -1 ? '' : inside.slice(space + 1))
  if (empty) handlers.close(name)
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)
