import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { type Refusal, startSmtp } from '../../../../test/smtp-server.ts'
import { startWorker } from '../../../../test/worker.ts'
import { mailSettingsOf } from '../index.ts'

type Kit = Awaited<ReturnType<typeof setup>>
const patient = { timeout: 20_000, interval: 20 }

const lunch = {
  placedAt: '2026-11-02T12:30:00-05:00',
  receiptNumber: 'R-17',
  items: [
    { name: 'Soup <of> the day', quantity: 2, unitAmount: 1250, modifiers: [{ name: 'Bread', amount: 150 }] },
  ],
  taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: 2800, amount: 224 }],
  payments: [{ method: 'card', amount: 3024, brand: 'visa', last4: '4242' }],
}

async function ordered(kit: Kit, customer: object = {}) {
  const made = await kit.as.post('/customers', {
    ...{ type: 'personal', firstName: 'Ana', number: 'C-1', email: 'ana@example.com' },
    ...customer,
  })
  const order = await kit.as.put('/orders/external/till/1', { ...lunch, customer: { id: made.body.id } })
  expect(order.status, order.text).toBe(201)
  return { orderId: order.body.id as string, customerId: made.body.id as string }
}

const sending = (kit: Kit, smtpUrl: string, mailFrom: string | null = 'North Deli <shop@north.example>') =>
  startWorker(kit.db, undefined, kit.storage, mailSettingsOf({ smtpUrl, mailFrom }))

async function send(kit: Kit, orderId: string, body: object = {}) {
  const answer = await kit.as.post(`/orders/${orderId}/receipt/send`, body)
  expect(answer.status, answer.text).toBe(202)
  return answer.body.id as string
}

const itemOf = async (kit: Kit, id: string) => (await kit.as.get(`/outbox/${id}`)).body
const reaches = (kit: Kit, id: string, state: string) =>
  expect.poll(async () => (await itemOf(kit, id)).state, patient).toBe(state)
const activitiesOf = async (kit: Kit, customerId: string) =>
  (await kit.as.get(`/customers/${customerId}/activities`)).body.items.filter(({ kind }: { kind: string }) =>
    kind.startsWith('receipt.'),
  )

test('a receipt arrives as text, HTML and PDF, and the customer’s record has the server’s words', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId, customerId } = await ordered(kit)
  const smtp = await startSmtp()
  await sending(kit, smtp.url)
  const id = await send(kit, orderId)
  await reaches(kit, id, 'sent')

  expect(smtp.received).toHaveLength(1)
  const [{ from, to, raw }] = smtp.received as [(typeof smtp.received)[number]]
  expect([from, to]).toEqual(['shop@north.example', ['ana@example.com']])
  const mail = await PostalMime.parse(raw)
  expect(mail.subject).toBe('Receipt R-17 from North Deli')
  expect(mail.from).toMatchObject({ name: 'North Deli', address: 'shop@north.example' })
  expect(mail.messageId).toBe(`<${id}@north.example>`)
  expect(mail.text).toContain('2 × Soup <of> the day ($12.50): $28.00')
  expect(mail.html).toContain('Soup &lt;of&gt; the day')
  expect(mail.html).toContain('$30.24')
  expect(mail.html).not.toMatch(/<img|src=|https?:/)
  expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['Receipt R-17.pdf', 'application/pdf'],
  ])
  const paper = await kit.app.inject({
    url: `/api/v1/orders/${orderId}/receipt.pdf`,
    headers: { authorization: `Bearer ${kit.first.key}` },
  })
  expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer).equals(paper.rawPayload)).toBe(true)

  expect(await itemOf(kit, id)).toMatchObject({
    ...{ state: 'sent', attempts: 1, to: 'ana@example.com', error: null, messageId: mail.messageId },
    answer: { code: 250, enhanced: '2.0.0', text: '250 2.0.0 OK queued as 1' },
    order: { id: orderId, number: 'R-17' },
    customer: { id: customerId, name: 'Ana' },
  })
  expect(await activitiesOf(kit, customerId)).toMatchObject([
    {
      kind: 'receipt.sent',
      after: { to: 'ana@example.com', answer: '250 2.0.0 OK queued as 1', order: { number: 'R-17' } },
    },
  ])
})

test('the mail is in the customer’s language', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId } = await ordered(kit, { preferredLanguage: 'es' })
  const smtp = await startSmtp()
  await sending(kit, smtp.url)
  await reaches(kit, await send(kit, orderId), 'sent')

  const mail = await PostalMime.parse(smtp.received[0]?.raw as string)
  expect(mail.subject).toBe('Recibo R-17 de North Deli')
  expect(mail.text).toContain('Visa terminada en 4242: $30.24')
  expect(mail.attachments[0]?.filename).toBe('Recibo R-17.pdf')
})

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

test.each([
  'ana@example.com, bob@example.com',
  'ana@example.com;bob@example.com',
  'ana@example.com\r\nBcc: bob@example.com',
  'Ana\nBcc: bob@example.com <ana@example.com>',
  'nobody',
  '',
  `${'a'.repeat(80)}@example.com`,
])('%j is refused at to', async (to) => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const answer = await kit.as.post(`/orders/${orderId}/receipt/send`, { to })
  expect(answer.status).toBe(422)
  expect(answer.body.fields.map(({ path }: { path: string }) => path)).toEqual(['to'])
  expect((await kit.as.get('/outbox')).body.items).toEqual([])
})

test('a customer without an email needs one to be said', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit, { email: null })
  const answer = await kit.as.post(`/orders/${orderId}/receipt/send`)
  expect([answer.status, answer.body.fields[0].path, answer.body.fields[0].code]).toEqual([
    422,
    'to',
    'email.missing',
  ])
})

test('no business name or number becomes a header', async () => {
  const kit = await setup({ sendsMail: true })
  const { orderId } = await ordered(kit)
  await kit.db.owner.query('update merchants set name = $1', ['Deli\r\nBcc: eve@example.com'])
  await kit.db.owner.query('update orders set receipt_number = $1', ['7\r\nX-Evil: 1'])
  const smtp = await startSmtp()
  await sending(kit, smtp.url, 'shop@north.example')
  await reaches(kit, await send(kit, orderId), 'sent')

  const mail = await PostalMime.parse(smtp.received[0]?.raw as string)
  expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(mail.headers.map(({ key }) => key)).not.toContain('x-evil')
  expect(mail.from?.address).toBe('shop@north.example')
  expect(smtp.received[0]?.to).toEqual(['ana@example.com'])
})

test('the list is newest first, by pages and states; what waits can be cancelled, and put again', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const ids: string[] = []
  for (const to of ['a@example.com', 'b@example.com', 'c@example.com'])
    ids.push(await send(kit, orderId, { to }))
  const first = (await kit.as.get('/outbox?limit=2')).body
  const next = (await kit.as.get(`/outbox?limit=2&cursor=${first.nextCursor}`)).body
  const shown = [...first.items, ...next.items].map(({ id }: { id: string }) => id)
  expect([shown, next.nextCursor]).toEqual([ids.toReversed(), null])

  const cancelled = await kit.as.post(`/outbox/${ids[0]}/cancel`)
  expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled'])
  const states = (await kit.as.get('/outbox?state=cancelled')).body.items
  expect(states.map(({ id }: { id: string }) => id)).toEqual([ids[0]])
  const again = await kit.as.post(`/outbox/${ids[0]}/retry`)
  expect([again.status, again.body.state]).toEqual([200, 'waiting'])
  expect((await kit.as.get('/outbox?cursor=nonsense')).status).toBe(400)
})

test('a business sends no more than so many a minute', async () => {
  const kit = await setup()
  const { orderId } = await ordered(kit)
  const other = await kit.merchant({ name: 'Other' })
  const path = `/orders/${orderId}/receipt/send`
  for (let n = 0; n < 60; n++) expect((await kit.as.post(path)).status).toBe(202)
  expect((await kit.as.post(path)).status).toBe(429)
  expect((await other.caller.post(path)).status).toBe(404)
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
