// What went wrong, as the one line a person at a terminal can act on.

type Faulty = Error & { readonly code?: string; readonly errors?: readonly Error[]; readonly path?: string }

export function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return firstLine(String(error))
  const faulty = error as Faulty
  // Connecting to a name with several addresses fails with an AggregateError whose own message is empty.
  const message = faulty.message || faulty.errors?.[0]?.message || faulty.code || faulty.name
  return firstLine(message)
}

/** Failures to reach or use a database, told with the place that was tried. */
export function databaseLine(error: unknown, place: string): string {
  const code = (error as Faulty).code ?? (error as Faulty).errors?.map((e) => (e as Faulty).code)[0] ?? ''
  if (isUnreachable(error))
    return `the database at ${place} cannot be reached (${reason(code)}): check DATABASE_URL`
  if (isPooled(code, message(error)))
    return `the database at ${place} is behind a pooler: set DATABASE_POOL=transaction, and DATABASE_DIRECT_URL to PostgreSQL itself`
  const told = sentences[/authentication failed/i.test(message(error)) ? '28P01' : code]
  return told === undefined ? oneLine(error) : told(place)
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EACCES',
  'EPIPE',
])

export function isUnreachable(error: unknown): boolean {
  const faulty = error as Faulty
  if (faulty.code !== undefined && unreachable.has(faulty.code)) return true
  if (faulty.errors?.some(isUnreachable) === true) return true
  return /timeout exceeded|timeout expired|connection terminated/i.test(faulty.message ?? '')
}

/** It refuses our settings, or lends a connection on which somebody else has prepared the same statement, or nobody has. */
const isPooled = (code: string, message: string) =>
  code === '42P05' || code === '26000' || message.startsWith('unsupported startup parameter')

/** It is there, but still starting, stopping or full. */
export function isBusy(error: unknown): boolean {
  const code = (error as Faulty).code ?? ''
  return code === '57P03' || code === '57P01' || code === '53300'
}

const sentences: Readonly<Record<string, (place: string) => string>> = {
  '28000': (place) => `the database at ${place} refuses this user: check DATABASE_URL`,
  '28P01': (place) => `the database at ${place} refuses this password: check DATABASE_URL`,
  '3D000': (place) => `there is no such database at ${place}: create it, or check DATABASE_URL`,
  '42501': (place) => `the database user of ${place} lacks a right: make it the owner of the database`,
  '53300': (place) => `the database at ${place} has no connection left`,
  '0A000': (place) =>
    `the database at ${place} lacks the extension pg_trgm: install PostgreSQL's contrib package`,
  '58P01': (place) =>
    `the database at ${place} lacks the extension pg_trgm: install PostgreSQL's contrib package`,
}

const message = (error: unknown) => (error instanceof Error ? error.message : '')
const reason = (code: string) => (code === '' ? 'no answer in time' : code)
const firstLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? 'failed'
