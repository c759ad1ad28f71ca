import { createServer } from 'node:net'
import { inspect } from 'node:util'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { owner, type S3Server, startS3, type Trouble } from '../../../../test/s3-server.ts'
import type { Bucket } from '../../../kernel/files-place.ts'
import { newId } from '../../../kernel/ids.ts'
import { openStorage } from '../storage.ts'

/** Everything a log or a person could get of an error. */
async function toldBy(act: () => Promise<unknown>): Promise<{ line: string; all: string }> {
  const error = await act().then(
    () => new Error('it went well'),
    (refused: Error) => refused,
  )
  const lines: string[] = []
  pino({}, { write: (line: string) => void lines.push(line) }).error({ err: error }, 'failed')
  return {
    line: error.message,
    all: [inspect(error, { depth: 20, showHidden: true }), error.stack, ...lines].join(),
  }
}

const secrets = [
  owner.secretAccessKey,
  encodeURIComponent(owner.secretAccessKey),
  'StringToSign',
  'AWS4-HMAC',
]

async function refusal(change: Partial<Bucket>, trouble?: Trouble): Promise<string> {
  const s3 = await startS3()
  s3.trouble = () => trouble
  const { line, all } = await toldBy(() => openStorage({ ...s3.place, ...change }))
  for (const secret of [...secrets, change.secretAccessKey ?? owner.secretAccessKey])
    expect(all).not.toContain(secret)
  expect(line).toMatch(/^FILES_URL: [^\n]{10,200}$/)
  return line
}

test('a key, a bucket or a region that is wrong is said in one line', async () => {
  expect(await refusal({ secretAccessKey: 'another' })).toMatch(/refuses this key \(SignatureDoesNotMatch\)/)
  expect(await refusal({ accessKeyId: 'SOMEBODY' })).toMatch(/refuses this key \(InvalidAccessKeyId\)/)
  expect(await refusal({ bucket: 'no-such-bucket' })).toMatch(/no bucket no-such-bucket/)
  expect(await refusal({ region: 'us-east-1' })).toMatch(/another region than us-east-1/)
})

test('a key that may only read is refused at the start, not at the first photo', async () => {
  const s3 = await startS3()
  const denied = { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }
  s3.trouble = ({ method }) => (method === 'PUT' ? denied : undefined)

  await expect(openStorage(s3.place)).rejects.toThrow(
    /may not list, write and delete in the bucket shop-files/,
  )
})

test('what is no store is told apart from one that is away', async () => {
  const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Hello</html>' }
  expect(await refusal({}, { ...page, status: 418 })).toMatch(/does not answer as S3 does/)
  expect(await refusal({ endpoint: 'http://127.0.0.1:1' })).toMatch(
    /127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)/,
  )
  expect(await refusal({ endpoint: 'http://no-such-host.invalid' })).toMatch(/cannot be reached \(\w+\)/)
})

test('a store that takes calls and says nothing ends the start within 15 seconds', async () => {
  const server = createServer(() => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  const began = Date.now()

  expect(await refusal({ endpoint: `http://127.0.0.1:${port}` })).toMatch(/cannot be reached/)

  expect(Date.now() - began).toBeLessThan(15_000)
})

test('what a refusal at work leaves for the log names the reason and no secret', async () => {
  const s3: S3Server = await startS3()
  const storage = await openStorage(s3.place)
  const signature = {
    status: 403,
    body: `<Error><Code>SignatureDoesNotMatch</Code><Message>${owner.secretAccessKey}</Message></Error>`,
  }
  s3.trouble = () => signature

  const { line, all } = await toldBy(() => storage.put(newId(), Buffer.from('x')))

  expect(line).toMatch(/does not answer/)
  expect(all).toContain('SignatureDoesNotMatch 403')
  for (const secret of [...secrets, owner.accessKeyId]) expect(all).not.toContain(secret)
})
