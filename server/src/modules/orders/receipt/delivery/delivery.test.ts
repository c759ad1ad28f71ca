import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../../test/harness.ts'
import { userOf } from '../../../../../test/people.ts'

type Kit = Awaited<ReturnType<typeof setup>>

async function paper(kit: Kit, orderId: string, key = kit.first.key) {
  const answer = await kit.app.inject({
    url: `/api/v1/orders/${orderId}/receipt.pdf`,
    headers: { authorization: `Bearer ${key}` },
  })
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  const document = await getDocumentProxy(new Uint8Array(answer.rawPayload))
  const page = await document.getPage(1)
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return {
    bytes: answer.rawPayload,
    headers: answer.headers,
    text: text.replace(/\s+/g, ' '),
    pages: totalPages,
    size: page.view.slice(2).map(Math.round),
  }
}

const item = (name: string) => ({ name, quantity: '1.5', unitAmount: 1000 })
const order = async (kit: Kit, body: object, id = '1') => {
  const answer = await kit.as.put(`/orders/external/till/${id}`, {
    ...{ placedAt: '2026-11-03T01:30:00Z', items: [item('Bread')] },
    ...body,
  })
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body.id as string
}

test('the paper says all that the order has, in the store’s time, and is the same each time', async () => {
  const kit = await setup()
  const store = await kit.as.post('/stores', {
    ...{ name: 'Harbor Street', code: 'HS', timeZone: 'America/Los_Angeles', phone: '+15035550142' },
    address: { line1: '12 Harbor St', city: 'Portland', state: 'OR', postalCode: '97201', country: 'US' },
  })
  expect(store.status, store.text).toBe(201)
  const id = await order(kit, {
    ...{ receiptNumber: 'R/1 é', staff: 'Kim', store: { code: 'HS' }, shippingAmount: 300 },
    taxes: [{ name: 'Sales tax', rate: '0.0825', taxableAmount: 1500, amount: 124 }],
    payments: [{ method: 'cash', amount: 1924, tendered: 2000 }],
    refunds: [{ amount: 500, reason: 'Stale', at: '2026-11-04T20:00:00Z' }],
  })
  const one = await paper(kit, id)

  expect(one.headers['content-type']).toBe('application/pdf')
  expect(one.headers['content-disposition']).toBe(
    `inline; filename="Receipt R-1 e.pdf"; filename*=UTF-8''Receipt%20R-1%20%C3%A9.pdf`,
  )
  expect([one.size, one.pages]).toEqual([[612, 792], 1])
  for (const words of [
    ...['North Deli', 'Harbor Street', 'Portland, OR 97201', 'Receipt R/1 é', '2 Nov 2026, 5:30 PM', 'Kim'],
    '(503) 555-0142',
    ...[
      'Bread 1.5 $10.00 $15.00',
      'Gross $15.00',
      'Net $15.00',
      'Shipping $3.00',
      'Total $19.24',
      'Change $0.76',
    ],
    ...[
      'Sales tax 8.25% $15.00 $1.24',
      'Cash Given $20.00, change $0.76 $19.24',
      '4 Nov 2026 · Stale -$5.00',
    ],
  ])
    expect(one.text).toContain(words)
  expect((await paper(kit, id)).bytes.equals(one.bytes)).toBe(true)
})

test('elsewhere it is A4, in the merchant’s language; what the typeface lacks is shown as lacking', async () => {
  const kit = await setup()
  await kit.db.owner.query("update merchants set country = 'ES', locale = 'es', name = 'Καφενείο Żółć Север'")
  const one = await paper(
    kit,
    await order(kit, { number: '8', items: [item('雪見だいふく, חלה, 🍞, Ñora')] }),
  )

  expect(one.size).toEqual([595, 842])
  expect(one.text).toContain('Καφενείο Żółć Север')
  expect(one.text).toContain('Recibo 8')
  expect(one.text).toContain('\ufffd'.repeat(6))
  expect(one.text).toContain('Ñora')
  expect(one.text).toContain('está en lugar de un carácter')
})

test('a long order goes over pages, with the head of its table on each', async () => {
  const kit = await setup()
  const items = Array.from({ length: 120 }, (_, n) => item(`Item number ${n + 1}`))
  const one = await paper(kit, await order(kit, { items }))

  expect(one.pages).toBeGreaterThan(2)
  expect(one.text.match(/Item Qty Unit Amount/g)).toHaveLength(one.pages)
  for (const { name } of items) expect(one.text).toContain(`${name} 1.5`)
  expect(one.text).toContain(`Page ${one.pages} of ${one.pages}`)
})

test('an item with more to it than a page holds goes on over pages, and into no foot', async () => {
  const kit = await setup()
  const modifiers = Array.from({ length: 50 }, (_, n) => ({
    name: `${n + 1}${' with a lot of words'.repeat(8)}`,
  }))
  const id = await order(kit, { items: [item('Bread'), { ...item('Box'), modifiers }, item('Tea')] })
  const { bytes, pages } = await paper(kit, id)
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(document)

  const filled = text.filter((page) => page.includes('a lot of words'))
  expect(filled.length).toBeGreaterThan(2)
  for (const page of filled) expect(page).toMatch(/Item\s+Qty\s+Unit\s+Amount\s+(Bread|Box)/)
  expect(text.find((page) => page.includes('Box'))).toMatch(/Box[\s\S]+ words\s+1\.5\s+\$10\.00\s+\$15\.00/)
  for (const { name } of modifiers) expect(text.join(' ').replace(/\s+/g, ' ')).toContain(name)
  for (let number = 1; number <= pages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const heights = items.flatMap((one) => ('transform' in one && one.str !== '' ? [one.transform[5]] : []))
    const [foot, ...above] = [...new Set(heights)].sort((a, b) => a - b)
    expect(foot).toBeGreaterThan(50)
    expect(above[0] - (foot as number)).toBeGreaterThan(9)
  }
})

test('an order without items, and one with the largest amounts, fit', async () => {
  const kit = await setup()
  const bare = await paper(kit, await order(kit, { items: undefined, totals: { total: 1234 } }))
  expect(bare.text).toContain('Total $12.34')
  const amount = 99_999_999_999_999
  const name = 'Unbreakablewordthatgoeson'.repeat(8)
  const large = await paper(
    kit,
    await order(kit, { items: [{ name, quantity: 1, unitAmount: amount }] }, '2'),
  )
  expect(large.text.replaceAll(' ', '')).toContain(name)
  expect(large.text).toContain('$999,999,999,999.99')
})

test('whoever is limited to stores has papers and mails of their orders only, and no other business has any', async () => {
  const kit = await setup()
  const [north, south] = await Promise.all(
    ['North', 'South'].map(
      async (name) => (await kit.as.post('/stores', { name, code: name })).body.id as string,
    ),
  )
  const [near, far] = [
    await order(kit, { store: { id: north } }, 'near'),
    await order(kit, { store: { id: south } }, 'far'),
  ]
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { storeIds: [north as string] })
  const kim = callerWith(kit.app, { cookie })
  const to = { to: 'ana@example.com' }
  const mails = await Promise.all([near, far].map((id) => kit.as.post(`/orders/${id}/receipt/send`, to)))
  const [ours, theirs] = mails.map(({ body }) => body.id as string)

  expect((await kim.get(`/orders/${near}/receipt.pdf`)).status).toBe(200)
  expect((await kim.get(`/orders/${far}/receipt.pdf`)).status).toBe(404)
  expect((await kim.post(`/orders/${far}/receipt/send`, to)).status).toBe(404)
  const shown = (await kim.get('/outbox')).body.items.map(({ id }: { id: string }) => id)
  expect(shown).toEqual([ours])
  expect((await kim.get(`/outbox/${theirs}`)).status).toBe(404)
  expect((await kim.post(`/outbox/${theirs}/cancel`)).status).toBe(404)
  expect((await kim.post(`/outbox/${theirs}/retry`)).status).toBe(404)
  const other = await kit.merchant({ name: 'Other' })
  expect((await other.caller.get(`/orders/${near}/receipt.pdf`)).status).toBe(404)
})
