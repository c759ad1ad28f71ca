import { type Language, languages } from './words.ts'

type Asked = { readonly names?: 'wire' | 'plain'; readonly language?: Language }

/** Of a file for people; null of one in the words of the wire. */
export function languageFor(
  { names, language }: Asked,
  { locale }: { readonly locale: string },
): Language | null {
  if (names !== 'plain') return null
  return language ?? languages.find((one) => new Intl.Locale(locale).language === one) ?? 'en'
}
