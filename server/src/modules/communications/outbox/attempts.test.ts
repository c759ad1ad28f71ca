import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { type Refusal, startSmtp } from '../../../../test/smtp-server.ts'
import { startWorker } from '../../../../test/worker.ts'
import { activitiesOf, itemOf, type Kit, ordered, patient, reaches, send, sending } from './outbox.kit.ts'

test('a refused recipient fails for good, with the server’s words on the record', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId, customerId } = await ordered(kit)
  const smtp = await startSmtp({ recipient: () => ({ code: 550, text: '5.1.1 No such user here' }) })
  await sending(kit, smtp.url)
  const id = await send(kit, orderId, { to: 'gone@example.com' })
  await reaches(kit, id, 'failed')

  const answer = '550 5.1.1 No such user here'
  expect((await itemOf(kit, id)).answer).toEqual({ code: 550, enhanced: '5.1.1', text: answer })
  expect(await activitiesOf(kit, customerId)).toMatchObject([
    { kind: 'receipt.failed', after: { to: 'gone@example.com', answer } },
  ])
  expect(smtp.received).toEqual([])
})

test('what failed goes again when somebody says so, and what was sent stays so', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId } = await ordered(kit)
  let isFull = true
  const full: Refusal = { code: 552, text: '5.2.2 Mailbox full' }
  const smtp = await startSmtp({ recipient: () => (isFull ? full : null) })
  await sending(kit, smtp.url)
  const id = await send(kit, orderId)
  const press = async (action: string) => {
    const { status, body } = await kit.as.post(`/outbox/${id}/${action}`)
    return [status, body.code ?? body.state]
  }
  await reaches(kit, id, 'failed')
  expect(await press('cancel')).toEqual([409, 'outbox.failed'])

  isFull = false
  expect(await press('retry')).toEqual([200, 'waiting'])
  await reaches(kit, id, 'sent')
  expect(await press('retry')).toEqual([409, 'outbox.sent'])
  expect(await press('cancel')).toEqual([409, 'outbox.sent'])
  expect(smtp.received).toHaveLength(1)
})

test('what the server puts off is tried again, and put off longer each time', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId, customerId } = await ordered(kit)
  let refusals = 1
  const busy: Refusal = { code: 451, text: '4.7.1 Greylisted' }
  const smtp = await startSmtp({ recipient: () => (refusals-- > 0 ? busy : null) })
  await sending(kit, smtp.url)
  const id = await send(kit, orderId)
  await expect.poll(async () => (await itemOf(kit, id)).error?.code, patient).toBe('smtp.later')
  const waiting = await itemOf(kit, id)
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, answer: { code: 451, enhanced: '4.7.1' } })
  expect(Date.parse(waiting.nextTryAt)).toBeGreaterThan(Date.now())
  expect(await activitiesOf(kit, customerId)).toEqual([])

  await reaches(kit, id, 'sent')
  expect(await itemOf(kit, id)).toMatchObject({ attempts: 2, error: null, messageId: waiting.messageId })
})

test('a server that is away is tried again, at once when somebody says so', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId } = await ordered(kit)
  const port = await freePort()
  await sending(kit, `smtp://till:s%23cret-word@127.0.0.1:${port}`)
  const id = await send(kit, orderId)
  await expect.poll(async () => (await itemOf(kit, id)).error?.code, patient).toBe('smtp.unreachable')
  const text = JSON.stringify(await itemOf(kit, id))
  expect(text).toContain('ECONNREFUSED')
  expect(text).not.toContain('cret-word')

  const smtp = await startSmtp(
    {},
    { port, onAuth: (_auth, _session, done) => done(null, { user: 'till' }), allowInsecureAuth: true },
  )
  expect((await kit.as.post(`/outbox/${id}/retry`)).status).toBe(200)
  await reaches(kit, id, 'sent')
  expect(smtp.received).toHaveLength(1)
})

test('a password that the server refuses waits for whoever runs this, and is nowhere to be read', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId } = await ordered(kit)
  const echo = `wrong: ${Buffer.from('\0till\0s#cret-word').toString('base64')} s#cret-word`
  const smtp = await startSmtp(
    {},
    {
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error(echo), { responseCode: 535 })),
    },
  )
  const worker = await sending(kit, smtp.url.replace('//', '//till:s%23cret-word@'))
  const id = await send(kit, orderId)
  await expect.poll(async () => (await itemOf(kit, id)).error?.code, patient).toBe('smtp.sign_in')

  const item = await itemOf(kit, id)
  expect(item).toMatchObject({ state: 'waiting', answer: { code: 535 } })
  expect(item.answer.text).toContain('wrong: *** ***')
  expect(JSON.stringify(worker.errors)).not.toContain('cret-word')
})

test('without a mail server it waits and nothing pretends; with one it goes, unless it is too old', async () => {
  const kit = await setup()
  const { orderId, customerId } = await ordered(kit)
  const worker = await startWorker(kit.db, undefined, kit.storage)
  const answer = await kit.as.post(`/orders/${orderId}/receipt/send`, {})
  expect([answer.status, answer.body.sends]).toEqual([202, false])
  const [id, old] = [answer.body.id as string, await send(kit, orderId, { to: 'old@example.com' })]
  await kit.db.owner.query("update outbox set queued_at = now() - interval '8 days' where id = $1", [old])
  await expect
    .poll(async () => (await kit.db.owner.query('select from graphile_worker.jobs')).rowCount, patient)
    .toBe(0)
  expect(await itemOf(kit, id)).toMatchObject({ state: 'waiting', attempts: 0, sentAt: null, answer: null })
  expect((await kit.as.get('/outbox')).body).toMatchObject({ sends: false })
  expect(await activitiesOf(kit, customerId)).toEqual([])
  await worker.stop()

  const smtp = await startSmtp()
  await sending(kit, smtp.url)
  await reaches(kit, id, 'sent')
  await reaches(kit, old, 'failed')
  expect((await itemOf(kit, old)).error.code).toBe('outbox.too_old')
  expect(smtp.received.map(({ to }) => to[0])).toEqual(['ana@example.com'])
})

test('a worker that is killed after the server took the mail: it goes again under the same message id', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId, customerId } = await ordered(kit)
  const held = Promise.withResolvers<null>()
  let isFirst = true
  const smtp = await startSmtp({
    data: () => {
      if (!isFirst) return Promise.resolve(null)
      isFirst = false
      return held.promise
    },
  })
  const worker = apart(kit, smtp.url)
  const id = await send(kit, orderId)
  await expect.poll(() => smtp.received.length, patient).toBe(1)
  expect(await itemOf(kit, id)).toMatchObject({ state: 'sending', attempts: 1 })
  expect((await kit.as.post(`/outbox/${id}/cancel`)).body.code).toBe('outbox.sending')
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  held.resolve(null)
  expect(await activitiesOf(kit, customerId)).toEqual([])

  await sending(kit, smtp.url, null)
  await reaches(kit, id, 'sent')
  const ids = await Promise.all(smtp.received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId))
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await activitiesOf(kit, customerId)).toHaveLength(1)
})

test('two workers do not send one mail twice', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId } = await ordered(kit)
  const smtp = await startSmtp({ data: () => new Promise((done) => setTimeout(done, 4000, null)) })
  await sending(kit, smtp.url)
  const id = await send(kit, orderId)
  await reaches(kit, id, 'sending')
  // It looks for what a dead one may have left.
  await once(apart(kit, smtp.url), 'message')
  await reaches(kit, id, 'sent')
  await expect
    .poll(async () => (await kit.db.owner.query('select from graphile_worker.jobs')).rowCount, patient)
    .toBe(0)
  expect(smtp.received).toHaveLength(1)
})

function apart(kit: Kit, smtpUrl: string) {
  const worker = fork(join(import.meta.dirname, '../../../../test/worker-process.ts'), [kit.url], {
    env: { ...process.env, SMTP_URL: smtpUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void worker.kill('SIGKILL'))
  return worker
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
