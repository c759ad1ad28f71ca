import i18next, { type PostProcessorModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isolated } from '../kernel/isolate.ts'
import { type LaterArea, laterTexts } from './later.ts'

/** A further language is one file here and one in this folder. Names are in the language itself. */
export const languages = { en: 'English', es: 'Español' } as const
export type Language = keyof typeof languages

const loaders: Readonly<Record<Language, () => Promise<object>>> = {
  en: () => import('./en.ts').then((m) => m.en),
  es: () => import('./es.ts').then((m) => m.es),
}

const storageKey = 'clientele-language'
const opened = new Set<LaterArea>()

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languages, value)

/** Loads one language before the first render; the others come when somebody chooses them. */
export async function startTranslations(): Promise<void> {
  const language = storedLanguage() ?? browserLanguage() ?? 'en'
  await i18next
    .use(initReactI18next)
    .use(withOwnWord)
    .init({
      lng: language,
      postProcess: withOwnWord.name,
      fallbackLng: false,
      resources: { [language]: { translation: await loaders[language]() } },
      // React escapes what is shown. A name from right to left keeps its order among our words.
      interpolation: { escape: isolated },
      react: { useSuspense: false },
    })
  document.documentElement.lang = language
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en')

/** The user's own choice, remembered on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  write(language)
  await use(language)
}

type Wishes = Readonly<{ user: { locale: string | null }; merchant: { locale: string } }>

/** Chosen on this device, else the user's, else the browser's, else that of the business. */
export async function suggestLanguage({ user, merchant }: Wishes): Promise<void> {
  if (storedLanguage() !== null) return
  const wanted = languageOf(user.locale) ?? browserLanguage() ?? languageOf(merchant.locale)
  if (wanted !== null && wanted !== currentLanguage()) await use(wanted)
}

function languageOf(locale: string | null): Language | null {
  const language = locale?.split('-')[0]
  return isLanguage(language) ? language : null
}

type Word = Readonly<{ singular: string; plural: string }>
let ownWord: Word | null = null

/** What this merchant calls organizations; null: that. */
export function callOrganizations(word: Word | null): void {
  if (word?.singular === ownWord?.singular && word?.plural === ownWord?.plural) return
  ownWord = word
  // Whatever is on screen is said anew.
  i18next.emit('languageChanged', i18next.language)
}

/**
 * `[[word]]` and `[[words]]` in a text stand for it, `[[Word]]` and `[[Words]]` where it begins one. Other words than ours have
 * another gender: a text agrees with any. `[[Word|Business]]` is what stands there until the merchant has a word of their own.
 */
const withOwnWord: PostProcessorModule = {
  type: 'postProcessor',
  name: 'ownWord',
  process: (text: string) =>
    text.includes('[[')
      ? text.replace(/\[\[([Ww])ord(s?)\|?(.*?)\]\]/g, (_, first: string, many: string, usual: string) =>
          ownWord === null && usual !== '' ? usual : wordOf(first === 'W', many !== ''),
        )
      : text,
}

function wordOf(isFirst: boolean, isPlural: boolean): string {
  const usual = isPlural ? 'customerFields.organizations' : 'customerFields.organization'
  const word = (isPlural ? ownWord?.plural : ownWord?.singular) ?? i18next.t(usual)
  // “Department” is no name; “VIP” stays as it is.
  const isPlain = /^\p{Lu}(?!\p{Lu})/u.test(word)
  return isolated(isFirst || !isPlain ? word : word.charAt(0).toLowerCase() + word.slice(1))
}

/** For the loader of a route whose texts are no part of the first screen. */
export async function loadTexts(area: LaterArea): Promise<void> {
  opened.add(area)
  await addLater(currentLanguage(), area)
}

async function addLater(language: Language, area: LaterArea): Promise<void> {
  if (i18next.exists(area, { lng: language, returnObjects: true })) return
  i18next.addResourceBundle(language, 'translation', { ...(await laterTexts[area][language]()) }, true)
}

async function use(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loaders[language]())
  }
  await Promise.all([...opened].map((area) => addLater(language, area)))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

const browserLanguage = (): Language | null => navigator.languages.map(languageOf).find(isLanguage) ?? null

function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey)
    return isLanguage(stored) ? stored : null
  } catch {
    return null
  }
}

function write(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage may be refused: the choice then lasts as long as the page.
  }
}
