import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { startSmtp } from '../../../../test/smtp-server.ts'
import { activitiesOf, itemOf, ordered, reaches, send, sending } from './outbox.kit.ts'

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

test('what somebody limited to stores sends names nobody who is out of their sight', async () => {
  const kit = await setup({ sendsMail: true })
  const [north, south] = await Promise.all(
    ['North', 'South'].map(async (name) => (await kit.as.post('/stores', { name })).body),
  )
  const hidden = { firstName: 'Zita', preferredLanguage: 'es', stores: [{ id: south.id }] }
  const { orderId, customerId } = await ordered(kit, hidden, { store: { id: north.id } })
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { storeIds: [north.id] })
  const smtp = await startSmtp()
  await sending(kit, smtp.url)
  const staff = callerWith(kit.app, { cookie })
  const sent = await staff.post(`/orders/${orderId}/receipt/send`, { to: 'till@example.com' })
  await reaches(kit, sent.body.id, 'sent')

  const mail = await PostalMime.parse(smtp.received[0]?.raw as string)
  expect(mail.subject).toBe('Receipt R-17 from North Deli')
  expect(mail.text).toContain('Total: $30.24')
  expect(`${mail.text} ${mail.html}`).not.toContain('Zita')
  expect(await activitiesOf(kit, customerId)).toMatchObject([{ kind: 'receipt.sent' }])
})
