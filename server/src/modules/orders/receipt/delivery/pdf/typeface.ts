// Noto Sans: Latin, Greek, Cyrillic.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = (name: string) => readFileSync(join(import.meta.dirname, 'fonts', name)) as unknown as string
const regular = file('noto-sans-regular.ttf')
const bold = file('noto-sans-bold.ttf')

export type Typeface = {
  /** What the typeface lacks is shown as lacking, never left out. */
  readonly write: (text: string) => string
  /** Whether anything was, so far. */
  readonly wasLacking: () => boolean
}

export function typefaceOf(doc: PDFKit.PDFDocument): Typeface {
  doc.registerFont('bold', bold).registerFont('regular', regular).font('regular')
  // Its types do not tell of the font that it has open; there is no other way to ask what it can write.
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  let lacking = false
  const write = (text: string) =>
    Array.from(text, (character) => {
      if (font.hasGlyphForCodePoint(character.codePointAt(0) as number)) return character
      if (/[\p{M}\p{Cf}]/u.test(character)) return ''
      lacking = true
      return '\ufffd'
    }).join('')
  return { write, wasLacking: () => lacking }
}
