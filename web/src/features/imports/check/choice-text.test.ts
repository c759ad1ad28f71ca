import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { importFields } from '../../../locales/es/import-fields.ts'
import { choiceText } from './use-path-text.ts'

test('what a review comes to is shown in the words of the language', () => {
  const words: Readonly<Record<string, string>> = importFields.sentiments
  const t = ((key: string, { defaultValue }: { defaultValue: string }) =>
    key.startsWith('importFields.sentiments.')
      ? words[key.split('.').at(-1) ?? '']
      : defaultValue) as TFunction
  expect(['positive', 'neutral', 'negative'].map((value) => choiceText(t, 'sentiment', value))).toEqual([
    ...['Positiva', 'Neutra', 'Negativa'],
  ])
})
