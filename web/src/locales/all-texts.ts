// For tests, which look at every text at once.
import { en } from './en.ts'
import { es } from './es.ts'
import type { Language } from './i18n.ts'
import { laterTexts } from './later.ts'

const first = { en, es }

/** All texts of a language, also those that come with their screens. */
export async function allTexts(language: Language): Promise<object> {
  const later = await Promise.all(Object.values(laterTexts).map((texts) => texts[language]()))
  return Object.assign({}, first[language], ...later)
}
