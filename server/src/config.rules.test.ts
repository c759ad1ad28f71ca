import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'

test('with nothing set everything has a default that works on a bare machine', () => {
  expect(loadConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    databasePool: 'session',
    trustProxy: false,
    twilio: null,
    logLevel: 'warn',
  })
})

test('an empty variable counts as not set', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null })
})

test('files lie in the data folder unless said otherwise', () => {
  expect(loadConfig({ CLIENTELE_DATA: '/srv/shop' }).files).toEqual({
    kind: 'folder',
    path: '/srv/shop/files',
  })
  expect(loadConfig({ FILES_URL: 'file:///mnt/photos' }).files).toMatchObject({ path: '/mnt/photos' })
})

test('a bucket takes its key from the environment when its URL has none, and names the variables when neither has', () => {
  const env = { FILES_URL: 's3://shop-files/x', AWS_ACCESS_KEY_ID: 'AK', AWS_SECRET_ACCESS_KEY: 'hunter2' }

  expect(loadConfig(env).files).toMatchObject({ accessKeyId: 'AK', secretAccessKey: 'hunter2', prefix: 'x/' })
  for (const missing of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    const load = () => loadConfig({ ...env, [missing]: '' })
    expect(load).toThrow(/^FILES_URL needs a key: .*AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/)
    expect(load).not.toThrow(/hunter2/)
  }
  expect(loadConfig({ AWS_ACCESS_KEY_ID: 'of another program' }).files).toMatchObject({ kind: 'folder' })
})

test('the public address loses the slash at its end', () => {
  expect(loadConfig({ PUBLIC_URL: 'https://shop.example.com/' }).publicUrl).toBe('https://shop.example.com')
})

test.for([
  ['true', true],
  ['2', 2],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
] as const)('TRUST_PROXY=%s is understood', ([text, wanted]) => {
  expect(loadConfig({ TRUST_PROXY: text }).trustProxy).toEqual(wanted)
})

test.for([
  [{ PORT: '99999' }, 'PORT must be a number from 0 to 65535'],
  [{ PORT: '3000.5' }, 'PORT must be a number from 0 to 65535'],
  [{ HOST: 'not a host' }, 'HOST must be a host name or an address'],
  [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL must begin with postgres://'],
  [{ DATABASE_READ_URL: 'postgres://db/x' }, 'DATABASE_READ_URL needs DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://db/x', DATABASE_POOL: 'transaction' }, 'needs DATABASE_DIRECT_URL'],
  [{ DATABASE_POOL: 'statement' }, 'DATABASE_POOL must be one of session, transaction'],
  [{ PUBLIC_URL: 'shop.example.com' }, 'PUBLIC_URL must be a URL'],
  [{ TRUST_PROXY: 'maybe' }, 'TRUST_PROXY must be true, false'],
  [{ CLIENTELE_SECRET: 'short' }, 'CLIENTELE_SECRET must have at least 32 characters'],
  [{ SMTP_URL: 'http://mail' }, 'SMTP_URL must be a URL'],
  [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an email address'],
  [{ TWILIO_ACCOUNT_SID: 'AC1' }, 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN go together'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
] as const)('%o is refused', ([env, line]) => {
  expect(() => loadConfig(env)).toThrow(line)
})

test('everything that is wrong is said at once, without the values', () => {
  const load = () => loadConfig({ PORT: 'x', CLIENTELE_SECRET: 'hunter2' })

  expect(load).toThrow(/^PORT [^;]*; CLIENTELE_SECRET [^;]*$/)
  expect(load).not.toThrow(/hunter2/)
})
