// The reasons of a report in the words of the screens, for whoever mends the file in a spreadsheet.
import type { Issue } from './imports.queries.ts'
import { type ReportLanguage, reportWords } from './report-words.ts'

export type PlainReport = {
  readonly titles: readonly string[]
  readonly idTitle: string
  readonly reason: (reason: Issue['reasons'][number]) => string
}

type Of = {
  readonly language: ReportLanguage
  /** What the merchant calls organizations; null: that. */
  readonly word: { readonly singular: string; readonly plural: string } | null
  readonly headers: readonly string[]
  /** Path by header. */
  readonly columns: Readonly<Record<string, string>>
}

export function plainReport({ language, word, headers, columns }: Of): PlainReport {
  const words = reportWords[language]
  const problems: Readonly<Record<string, string>> = words.problems
  const headerOf = new Map(Object.entries(columns).map(([header, path]) => [path, header]))
  const worded = (text: string) =>
    text.replace(/\[\[word(s?)(?:\|([^\]]*))?\]\]/g, (_, many: string, usual: string | undefined) =>
      word === null
        ? (usual ?? words[many === '' ? 'organization' : 'organizations'])
        : (many === '' ? word.singular : word.plural).toLowerCase(),
    )
  return {
    titles: [words.line, words.reason],
    idTitle: words.id,
    reason: ({ column, original, code, message }) => {
      const text = worded(problems[code] ?? message)
      if (column === '') return text
      const header = headers.includes(column) ? column : (headerOf.get(column) ?? column)
      const parts = { column: header, original: original.trim(), text }
      return words.cell.replace(/\{\{(\w+)\}\}/g, (_, name: 'text') => parts[name])
    },
  }
}
