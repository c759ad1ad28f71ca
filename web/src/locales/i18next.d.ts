import 'i18next'
import type { en } from './en.ts'
import type { LaterTexts } from './later.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en & LaterTexts }
    returnNull: false
  }
}
