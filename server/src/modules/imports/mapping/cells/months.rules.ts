import { readLanguages } from './languages.ts'
// Names of months in the languages of the files that people bring, as their engines write them, long and short.

/** 1 to 12. */
export function monthByName(word: string): number | null {
  months ??= nameMonths()
  return months.get(simple(word)) ?? null
}

const LANGUAGES = [...readLanguages, 'tr', 'ro', 'ru']

let months: Map<string, number> | undefined

function nameMonths(): Map<string, number> {
  const names = new Map<string, number>([
    ['sept', 9],
    ['sep', 9],
    ['set', 9],
    ['setiembre', 9],
    ['mrz', 3],
    ['maerz', 3],
  ])
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' })
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const day = new Date(Date.UTC(2000, month - 1, 1))
        const inside = format.formatToParts(day).find((part) => part.type === 'month')?.value ?? ''
        for (const name of [simple(inside), simple(alone.format(day))])
          if (name !== '' && !/\d/.test(name) && !names.has(name)) names.set(name, month)
      }
    }
  }
  return names
}

const simple = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .trim()
