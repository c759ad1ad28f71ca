// What is gathered of a row while its cells are read, one after another; row.rules.ts makes a customer of it.
import type {
  DateOrder,
  PhoneKind,
  ReadAddress,
  ReadConsent,
  ReadContact,
  ReadContext,
  ReadFields,
  ReadOrganization,
  RowWarning,
} from './canonical.ts'
import type { CellProblem } from './cells/cell.ts'
import type { DecimalMark } from './cells/number.rules.ts'

export type TypedPhone = {
  kind: PhoneKind | null
  text: string
  extension: string | null
  readonly column: string
  primary: boolean
}

export type RowDraft = {
  readonly fields: Partial<ReadFields>
  type: ReadFields['type'] | null
  fullName: string | null
  /** The header of the whole name names the family name first. */
  familyFirst: boolean
  secondLastName: string | null
  nameSuffix: string | null
  /** The organization of a person, or the business itself: that depends on whether there is a person. */
  organization: ReadOrganization | null
  contact: ReadContact & { name?: string }
  contactPhones: TypedPhone[]
  phones: TypedPhone[]
  /** Of the numbered groups of address books: type and value stand in two columns. */
  readonly phoneGroups: Map<string, { kind: string | null; text: string; column: string }>
  readonly emailGroups: Map<string, { kind: string | null; text: string; column: string }>
  extension: string | null
  phoneKind: string | null
  readonly addresses: Map<string, ReadAddress & { houseNumber?: string; poBox?: string; formatted?: string }>
  birth: { year: string | null; month: string | null; day: string | null }
  /** When and where it was agreed, which may stand in columns before the answer itself. */
  readonly agreed: Map<'email' | 'sms' | 'call', { at?: string; source?: string }>
  warnings: RowWarning[]
}

/** How the cells of one column are read. */
export type ColumnReading = {
  readonly header: string
  /** What the header names one after another, where that is several things. */
  readonly parts: readonly string[]
  /** Whether every cell of the column begins with the apostrophe by which sheets keep texts. */
  readonly isMarked: boolean
  readonly path: string
  readonly order: DateOrder
  readonly mark: DecimalMark
  readonly options: ReadingOptions
}

export type ReadingOptions = {
  readonly context: ReadContext
  readonly source: string
  readonly timeZone: string
  /** Our own export: every value means itself. */
  readonly own: boolean
  readonly spanishNames: boolean
}

export function newDraft(): RowDraft {
  return {
    fields: {},
    type: null,
    fullName: null,
    familyFirst: false,
    secondLastName: null,
    nameSuffix: null,
    organization: null,
    contact: {},
    contactPhones: [],
    phones: [],
    phoneGroups: new Map(),
    emailGroups: new Map(),
    extension: null,
    phoneKind: null,
    addresses: new Map(),
    birth: { year: null, month: null, day: null },
    agreed: new Map(),
    warnings: [],
  }
}

export function warn(
  draft: RowDraft,
  column: string,
  original: string,
  { code, message }: CellProblem,
): void {
  draft.warnings.push({ column, original, code, message })
}

/** Consent of a channel, unless another column of the row has said it. */
export function agree(draft: RowDraft, channel: 'email' | 'sms' | 'call', consent: ReadConsent): void {
  draft.fields.consent ??= {}
  const consents = draft.fields.consent
  // Who opted out anywhere is out.
  if (consents[channel] === undefined || consent.state === 'out') consents[channel] = consent
}
