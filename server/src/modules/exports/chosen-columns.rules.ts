// What of a customer an export holds.
import { invalid } from '../../kernel/problem.ts'
import type { Chosen } from './formats/format.ts'
import { type PlainAttribute, plainColumns } from './plain/plain-columns.ts'
import { plainFormat } from './plain/plain-format.ts'
import { type Language, plainWords } from './plain/words.ts'
import type { PlainSheet } from './plain/write-plain.ts'
import { type AttributeKind, type Column, sheetColumns } from './sheet-columns.ts'

export type Request = {
  readonly format: 'csv' | 'xlsx' | 'json' | 'vcf'
  /** Names of the wire: a field, or a member of one; null for what an import brings back. */
  readonly columns: readonly string[] | null
  /** Of a file for people; null: names and values are those of the wire. */
  readonly language: Language | null
}

type Known = {
  readonly merchant: {
    readonly currency: string
    readonly country: string
    readonly timeZone: string
    readonly locale: string
  }
  readonly attributes: readonly (AttributeKind & PlainAttribute)[]
  /** Of the wire. */
  readonly fields: readonly string[]
  /** Further ones, there to be asked for. */
  readonly askedFields: readonly string[]
  /** What the merchant calls organizations; null: that. */
  readonly organizations: string | null
  /** And one of them. */
  readonly organization: string | null
  /** Files by the names that were made up for their programs. */
  readonly files: ReadonlyMap<string, string>
}

/** In the order in which they were asked for, each once. A Problem 422 names a column that is not known. */
export function chosenColumns({ format, columns, language }: Request, known: Known): Chosen {
  if (language !== null)
    return { columns: [], fields: [], plain: plainSheet({ format, columns, language }, known) }
  if (columns !== null && format === 'vcf')
    throw invalid([{ path: 'columns', code: 'field.unknown', message: 'a card has none to choose' }])
  if (format === 'json' || format === 'vcf')
    return { columns: [], fields: columns === null ? known.fields : chosenFields(columns, known) }
  const all = named(sheetColumns(known.merchant.currency, known.attributes), known.organizations)
  if (columns === null) return { columns: all.filter(({ isExtra }) => !isExtra), fields: [] }
  const chosen = columns.flatMap((name, at) => {
    const found = columnsOf(all, name)
    return found.length > 0 || name === 'attributes' ? found : unknown(name, at)
  })
  return { columns: [...new Set(chosen)], fields: [] }
}

function plainSheet(
  { format, columns, language }: Request & { readonly language: Language },
  { merchant, attributes, organizations, organization, files }: Known,
): PlainSheet {
  if (format !== 'csv' && format !== 'xlsx')
    throw invalid([{ path: 'names', code: 'export.names', message: 'plain is for csv and xlsx' }])
  const words = plainWords[language]
  const plain = plainFormat({ words, language, merchant })
  const all = plainColumns({ format: plain, attributes, organizations, organization, files })
  const chosen = columns?.flatMap((name, at) => {
    // Of an address or a consent people read the whole.
    const found = all.filter(
      ({ path }) =>
        path === name ||
        path.startsWith(`${name}.`) ||
        (name.startsWith(`${path}.`) && path !== 'attributes'),
    )
    return found.length > 0 || name === 'attributes' ? found : unknown(name, at)
  })
  return {
    columns: chosen === undefined ? all.filter(({ isExtra }) => !isExtra) : [...new Set(chosen)],
    decimal: plain.decimal,
  }
}

/** The merchant's word above their organizations, unless it is that of another column. */
function named(all: readonly Column[], word: string | null): readonly Column[] {
  if (word === null || all.some(({ path }) => path === word)) return all
  return all.map((column) => (column.path === 'organizations' ? { ...column, header: word } : column))
}

/** `billing` means all of its members. */
const columnsOf = (all: readonly Column[], name: string) =>
  all.filter(({ path }) => path === name || path.startsWith(`${name}.`))

/** An object comes whole: of `billing.onHold` all of `billing`; of `attributes.shoeSize` this one. */
function chosenFields(columns: readonly string[], { fields, askedFields, attributes }: Known): string[] {
  return columns.map((name, at) => {
    const [field = '', member] = name.split('.')
    if (field === 'attributes' && member !== undefined) {
      return attributes.some(({ key }) => name === `attributes.${key}`) ? name : unknown(name, at)
    }
    return fields.includes(field) || askedFields.includes(field) ? field : unknown(name, at)
  })
}

function unknown(name: string, at: number): never {
  throw invalid([
    { path: `columns.${at}`, code: 'column.unknown', message: `"${name}" is not a field of a customer` },
  ])
}
