import type { PlainSheet } from '../plain/write-plain.ts'
import type { Column } from '../sheet-columns.ts'
import type { Source } from '../source.ts'

export type Sink = {
  write(bytes: Uint8Array): Promise<void>
}

export type Format = {
  readonly ending: string
  readonly contentType: string
  write(source: Source, columns: Chosen, sink: Sink): Promise<void>
}

/** What was asked for: columns of a spreadsheet, or fields of the wire. */
export type Chosen = {
  readonly columns: readonly Column[]
  readonly fields: readonly string[]
  /** Of a file for people, in place of both. */
  readonly plain?: PlainSheet
}
