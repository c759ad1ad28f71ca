// The first rows of a file as the customers that they would be: which columns that takes, and what is said where. Pure.
import type { CellProblem, Import, Preview, PreviewRow } from '../imports.api.ts'

/** The columns of the preview; several columns of the file go to one of them, as the parts of a name do. */
export type PreviewColumn = string

const first: readonly PreviewColumn[] = ['name', 'organizations', 'contact', 'email', 'phone', 'addresses']
const hidden: ReadonlySet<string> = new Set(['type', 'typeGiven', 'wholeLists', 'manager', 'id'])
const nameParts = 'fullName firstName middleName lastName secondLastName nameSuffix salutation businessName'
const names: ReadonlySet<string> = new Set(nameParts.split(' '))

/** Where what a column of the file says stands in the preview. */
export function columnOfPath(path: string): PreviewColumn {
  const head = path.split('.')[0] ?? ''
  if (names.has(path)) return 'name'
  if (head === 'email' || head === 'additionalEmails' || head === 'emails') return 'email'
  if (head === 'phone' || head === 'phones') return 'phone'
  if (head === 'address' || head === 'addresses') return 'addresses'
  if (head === 'organization' || head === 'organizations') return 'organizations'
  if (head === 'externalId') return 'externalIds'
  return head === 'attributes' ? path : head
}

/** Of what is no customer each field has its own column, as the file has them. */
export const pathColumns = (columns: Preview['columns']): readonly PreviewColumn[] => [
  ...new Set(columns.flatMap(({ path }) => path ?? [])),
]

/** Name first; then whatever any of the rows has, or has trouble with. */
export function previewColumns(rows: readonly PreviewRow[], placeOf: PlaceOf): readonly PreviewColumn[] {
  const found = new Set<PreviewColumn>(['name'])
  for (const row of rows) {
    for (const column of columnsOfFields(row.fields)) found.add(column)
    for (const problem of row.problems) {
      const place = placeOf(problem)
      if (place !== null) found.add(place)
    }
  }
  return [...first.filter((column) => found.has(column)), ...[...found].filter((one) => !first.includes(one))]
}

function columnsOfFields(fields: PreviewRow['fields']): PreviewColumn[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (hidden.has(key) || value === undefined || value === null) return []
    if (key === 'attributes') return Object.keys(value).map((own) => `attributes.${own}`)
    return [columnOfPath(key)]
  })
}

type PlaceOf = (problem: Pick<CellProblem, 'column'>) => PreviewColumn | null

/** The place of a problem by the header that it names; null when it is about the row. */
export function placesOf(columns: Preview['columns'], placeOfPath = columnOfPath): PlaceOf {
  const byHeader = new Map(
    columns.flatMap(({ header, path }) =>
      path === null || path === 'vcard' ? [] : [[header, placeOfPath(path)]],
    ) as [string, PreviewColumn][],
  )
  return ({ column }) => byHeader.get(column.trim()) ?? null
}

type Outcome = Readonly<{ rows: number; warned: number; rejected: number }>

export const outcomeOf = (rows: readonly PreviewRow[]): Outcome => ({
  rows: rows.length,
  warned: rows.filter(({ problems, rejected }) => rejected === null && problems.length > 0).length,
  rejected: rows.filter(({ rejected }) => rejected !== null).length,
})

type Tried = Pick<Import, 'dryRun' | 'state' | 'processed' | 'warnings' | 'rejected'>
export type Told = Outcome &
  Readonly<{
    isOfAll: boolean
    /** So many rows would come in; null where only the import will tell. */
    coming: number | null
  }>

/** Once all rows were tried, the first of them are no longer what is told. */
export function foretold(rows: readonly PreviewRow[], item: Tried, isTrialOld: boolean): Told {
  const { dryRun, state, processed, warnings, rejected } = item
  if (!dryRun || state !== 'succeeded' || isTrialOld)
    return { ...outcomeOf(rows), isOfAll: false, coming: null }
  return { rows: processed, warned: warnings, rejected, isOfAll: true, coming: processed - rejected }
}
