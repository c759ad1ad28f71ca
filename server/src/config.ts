// The only reader of the environment. Everything wrong with it is said at once, in one line.
import { resolve } from 'node:path'
import { type FilesPlace, filesPlace, type KeyPair } from './kernel/files-place.ts'

const root = resolve(import.meta.dirname, '../..')

export type Config = {
  readonly port: number
  readonly host: string
  /** The data folder, absolute. */
  readonly data: string
  /** Where a database of one's own is; null means the embedded one in the data folder. */
  readonly databaseUrl: string | null
  readonly databaseReadUrl: string | null
  readonly databaseDirectUrl: string | null
  readonly databasePool: 'session' | 'transaction'
  /** Without a slash at its end. */
  readonly publicUrl: string | null
  readonly trustProxy: boolean | number | readonly string[]
  /** As set; null means the one kept in the data folder. */
  readonly secret: string | null
  /** Where files lie; a folder's path is absolute. */
  readonly files: FilesPlace
  readonly smtpUrl: string | null
  readonly mailFrom: string | null
  readonly twilio: {
    readonly accountSid: string
    readonly authToken: string
    readonly baseUrl: string
  } | null
  readonly logLevel: LogLevel
  /** Whether npm stands between whoever started this and us. */
  readonly startedByNpm: boolean
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

type Environment = Readonly<Record<string, string | undefined>>

/** Throws one Error that names every wrong variable. */
export function loadConfig(env: Environment = process.env): Config {
  const faults: string[] = []
  const read = reader(env, faults)
  const databaseUrl = read('DATABASE_URL', postgresUrl, null)
  const data = read('CLIENTELE_DATA', (text) => resolve(text), resolve(root, 'data'))
  const config: Config = {
    port: read('PORT', wholeNumber(0, 65_535), 3000),
    host: read('HOST', hostName, '127.0.0.1'),
    data,
    databaseUrl,
    databaseReadUrl: read('DATABASE_READ_URL', postgresUrl, null),
    databaseDirectUrl: read('DATABASE_DIRECT_URL', postgresUrl, null),
    databasePool: read('DATABASE_POOL', oneOf(['session', 'transaction'] as const), 'session'),
    publicUrl: read('PUBLIC_URL', (text) => webUrl(text).replace(/\/+$/, ''), null),
    trustProxy: read('TRUST_PROXY', proxies, false),
    secret: read('CLIENTELE_SECRET', secret, null),
    files: read('FILES_URL', (text) => filesPlace(text, storeKeys(env)), {
      kind: 'folder',
      path: resolve(data, 'files'),
    }),
    smtpUrl: read('SMTP_URL', urlOf(['smtp:', 'smtps:']), null),
    mailFrom: read('MAIL_FROM', mailbox, null),
    twilio: twilioOf(env, read, faults),
    logLevel: read('LOG_LEVEL', oneOf(logLevels), 'warn'),
    startedByNpm: env.npm_lifecycle_event !== undefined,
  }
  faults.push(...contradictions(config))
  if (faults.length > 0) throw new Error(faults.join('; '))
  return config
}

/** For programs other than Node: without PGDATA, PGOPTIONS and the like, which would change what they do. */
export function toolEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

type Read = <T, D>(name: string, parse: (text: string) => T, otherwise: D) => T | D

function reader(env: Environment, faults: string[]): Read {
  return (name, parse, otherwise) => {
    const text = env[name]?.trim()
    if (text === undefined || text === '') return otherwise
    try {
      return parse(text)
    } catch (error) {
      faults.push(`${name} ${(error as Error).message}`)
      return otherwise
    }
  }
}

function contradictions(config: Config): string[] {
  const faults: string[] = []
  const needUrl = (name: string, value: string | null) => {
    if (value !== null && config.databaseUrl === null) faults.push(`${name} needs DATABASE_URL`)
  }
  needUrl('DATABASE_READ_URL', config.databaseReadUrl)
  needUrl('DATABASE_DIRECT_URL', config.databaseDirectUrl)
  if (config.databasePool === 'transaction' && config.databaseDirectUrl === null) {
    faults.push('DATABASE_POOL=transaction needs DATABASE_DIRECT_URL, a connection without the pooler')
  }
  return faults
}

function twilioOf(env: Environment, read: Read, faults: string[]): Config['twilio'] {
  const accountSid = read('TWILIO_ACCOUNT_SID', matching(/^AC\w+$/, 'must begin with AC'), null)
  const authToken = read('TWILIO_AUTH_TOKEN', (text) => text, null)
  const baseUrl = read(
    'TWILIO_BASE_URL',
    (text) => webUrl(text).replace(/\/+$/, ''),
    'https://api.twilio.com',
  )
  const given = [env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN].filter((value) => value?.trim())
  if (given.length === 1) faults.push('TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN go together')
  return accountSid === null || authToken === null ? null : { accountSid, authToken, baseUrl }
}

/** Other programs read these too: half of them is a fault only where they are needed. */
function storeKeys(env: Environment): KeyPair | null {
  const accessKeyId = env.AWS_ACCESS_KEY_ID?.trim() ?? ''
  const secretAccessKey = env.AWS_SECRET_ACCESS_KEY?.trim() ?? ''
  return accessKeyId === '' || secretAccessKey === '' ? null : { accessKeyId, secretAccessKey }
}

function wholeNumber(min: number, max: number) {
  return (text: string): number => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < min || value > max)
      throw new Error(`must be a number from ${min} to ${max}`)
    return value
  }
}

function oneOf<T extends string>(values: readonly T[]) {
  return (text: string): T => {
    const value = values.find((candidate) => candidate === text)
    if (value === undefined) throw new Error(`must be one of ${values.join(', ')}`)
    return value
  }
}

function matching(pattern: RegExp, fault: string) {
  return (text: string): string => {
    if (!pattern.test(text)) throw new Error(fault)
    return text
  }
}

function urlOf(protocols: readonly string[]) {
  return (text: string): string => {
    const protocol = URL.canParse(text) ? new URL(text).protocol : ''
    if (!protocols.includes(protocol)) {
      throw new Error(`must be a URL that begins with ${protocols.join(' or ')}`)
    }
    return text
  }
}

const webUrl = urlOf(['http:', 'https:'])
// A password may hold characters that a strict URL parser refuses, so only the beginning is looked at.
const postgresUrl = matching(/^postgres(ql)?:\/\/./, 'must begin with postgres://')
const hostName = matching(/^[\w.:%-]+$/, 'must be a host name or an address')
const mailbox = matching(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be an email address')
const secret = matching(/^.{32,}$/, 'must have at least 32 characters')

/** `true`, a number of proxies, or the addresses of the proxies. */
function proxies(text: string): boolean | number | readonly string[] {
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const addresses = text.split(',').map((part) => part.trim())
  if (addresses.every((address) => /^[\da-fA-F.:]+(\/\d{1,3})?$/.test(address))) return addresses
  throw new Error('must be true, false, a number of proxies, or addresses separated by commas')
}
