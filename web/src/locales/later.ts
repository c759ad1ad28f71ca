// Texts of screens that few people open come with the screen, so that the first one stays small.
import type { imports } from './en/imports.ts'
import type { Language } from './i18n.ts'

export type LaterTexts = { readonly imports: typeof imports }
export type LaterArea = keyof LaterTexts

export const laterTexts: Readonly<Record<LaterArea, Readonly<Record<Language, () => Promise<object>>>>> = {
  imports: {
    en: () => import('./en/imports.ts'),
    es: () => import('./es/imports.ts'),
  },
}
