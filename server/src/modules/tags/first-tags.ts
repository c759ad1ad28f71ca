import { newId } from '../../kernel/ids.ts'
import { normalise } from '../../kernel/text.ts'

const names: Readonly<Record<string, readonly [string, string, string]>> = {
  en: ['Supplier', 'VIP', 'Family member'],
  es: ['Proveedor', 'VIP', 'Familiar'],
}
const colors = ['blue', 'yellow', 'green'] as const

/** The tags of a new merchant, as make_merchant() takes them, in the merchant's language where it is shipped. */
export function firstTags(locale: string) {
  const words = names[locale.split('-')[0] ?? 'en'] ?? names.en!
  return words.map((name, i) => ({
    id: newId(),
    tag_no: i + 1,
    name,
    name_key: normalise(name),
    color: colors[i],
  }))
}
