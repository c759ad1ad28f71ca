// What may be done with an import, and what an upload's fields say.
import { Value } from 'typebox/value'
import { conflict, type FieldFault, invalid } from '../../kernel/problem.ts'
import { ImportMapping, type Kind, kinds, type State } from './imports.schemas.ts'
import type { Mapping } from './mapping/canonical.ts'

export type UploadFields = {
  /** `auto`: by the names of its columns. */
  readonly kind: Kind | 'auto'
  readonly dryRun: boolean
  readonly hold: boolean
  readonly mapping: Mapping | null
}

export function readUploadFields(fields: Readonly<Record<string, string>>): UploadFields {
  const faults: FieldFault[] = []
  const blame = (path: string, code: string, message: string) => faults.push({ path, code, message })
  for (const name of Object.keys(fields)) if (!known.has(name)) blame(name, 'field.unknown', 'is not known')
  const flag = (name: string) => {
    const text = fields[name] ?? 'false'
    if (text !== 'true' && text !== 'false') blame(name, 'field.type', 'must be true or false')
    return text === 'true'
  }
  const kind = ([...kinds, 'auto'] as const).find((one) => one === (fields.kind ?? 'customers'))
  if (kind === undefined) blame('kind', 'import.kind_unknown', `must be one of ${kinds.join(', ')}, auto`)
  const read = { dryRun: flag('dryRun'), hold: flag('hold'), mapping: mappingOf(fields.mapping, blame) }
  if (faults.length > 0 || kind === undefined) throw invalid(faults)
  return { kind, ...read }
}

const known = new Set(['kind', 'dryRun', 'hold', 'mapping'])

/** Of an upload's field or of a file; `blame` hears of each fault. */
export function mappingOf(
  text: string | undefined,
  blame: (path: string, code: string, message: string) => unknown,
): Mapping | null {
  if (text === undefined || text.trim() === '') return null
  const value = parsed(text)
  if (value === undefined) {
    blame('mapping', 'body.unreadable', 'is not JSON')
    return null
  }
  for (const { instancePath, message } of Value.Errors(ImportMapping, value)) {
    blame(`mapping${instancePath.replaceAll('/', '.')}`, 'field.type', message)
  }
  return value as Mapping
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Standing = { readonly state: State; readonly held: boolean; readonly dryRun: boolean }

const ended: readonly State[] = ['succeeded', 'failed', 'cancelled']

/** A held one for the first time; what ended as a dry run, or before it began, again on the same file. */
export function requireStartable({
  state,
  held,
  dryRun,
  processed,
}: Standing & { readonly processed: number }): void {
  const again = ended.includes(state) && (dryRun || processed === 0)
  if (!(state === 'queued' && held) && !again) throw conflict('import.started')
}

export function requirePausable({ state, held }: Standing): void {
  if (ended.includes(state)) throw conflict('import.finished')
  if (held) throw conflict('import.held')
}

export function requireResumable({ state }: Standing): void {
  if (ended.includes(state)) throw conflict('import.finished')
}

/** Of what was begun for good rows are in, and its reports are what tells of them. */
export function requireDiscardable({ state, held, dryRun }: Standing): void {
  if (held) return
  if (!ended.includes(state)) throw conflict('import.running')
  if (!dryRun) throw conflict('import.started')
}

export const isEnded = ({ state }: Pick<Standing, 'state'>) => ended.includes(state)
