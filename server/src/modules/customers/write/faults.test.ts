import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'

const paths = (body: { fields: { path: string }[] }) => body.fields.map((field) => field.path).sort()

test('all faults of a body are told at once, each at its path', async () => {
  const { as } = await setup()

  const { status, body } = await as.post('/customers', {
    lastName: 5,
    email: 'nobody',
    dateOfBirth: '2023-02-29',
    anniversary: '--02-01',
    nationality: 'XX',
    gender: 'x'.repeat(101),
    website: 'javascript:alert(1)',
    phones: [{ number: 'call me' }, { number: '123' }, { number: '+12125550123', kind: 'pigeon' }],
    phone: '1234567890123456',
    addresses: [{ country: 'ZZ' }, { isBilling: true }, { isBilling: true }],
    tags: [{ id: '0197a0e0-0000-7000-8000-000000000000' }],
    stores: ['nowhere'],
    organizations: [{ number: 'none' }],
    billing: { creditLimit: { amount: 5, currency: 'EUR' }, discountPercent: 101 },
    attributes: { nope: 1 },
    colour: 'red',
  })

  expect(status).toBe(422)
  expect(paths(body)).toEqual([
    'addresses.0.country',
    'addresses.2.isBilling',
    'anniversary',
    'attributes.nope',
    'billing.discountPercent',
    'colour',
    'dateOfBirth',
    'email',
    'gender',
    'lastName',
    'nationality',
    'organizations.0',
    'phone',
    'phones.2.kind',
    'stores.0',
    'tags.0.id',
    'website',
  ])
})

test('a customer without any name is refused: a person at firstName, a business at businessName', async () => {
  const { as } = await setup()
  const nameless = [
    ['firstName', { email: 'a@b.example' }],
    ['firstName', { type: 'personal', firstName: ' \u200b ' }],
    ['businessName', { type: 'business', email: 'a@b.example' }],
    ['businessName', { type: 'business', firstName: 'Ann' }],
  ] as const

  for (const [field, body] of nameless) {
    const answer = await as.post('/customers', body)
    expect([answer.status, ...paths(answer.body)]).toEqual([422, field])
  }
})

test('what only the server says cannot be written', async () => {
  const { as, first } = await setup()
  const claims = {
    id: '0197a0e0-0000-7000-8000-000000000000',
    merchantId: first.id,
    version: 9,
    photoUrl: 'http://x',
    displayName: 'X',
    createdAt: '2001-01-01T00:00:00Z',
    customerSince: '2001-01-01',
    orders: 5,
    revenueTotal: { amount: 1, currency: 'USD' },
    loyalty: {},
    activity: {},
    balanceDue: null,
    reviews: {},
  }

  const made = await as.post('/customers', { firstName: 'Ann' })
  const creating = await as.post('/customers', { firstName: 'Ann', ...claims })
  const changing = await as.patch(`/customers/${made.body.id}`, claims, { 'if-match': '"1"' })

  for (const answer of [creating, changing]) {
    expect(answer.status).toBe(422)
    expect(paths(answer.body)).toEqual(Object.keys(claims).sort())
    expect(answer.body.fields[0].code).toBe('field.unknown')
  }
})

test('a body that is no object is refused', async () => {
  const { as } = await setup()

  for (const body of [[], '"Ann"', 'null', '5', undefined]) {
    expect((await as.post('/customers', body, { 'content-type': 'application/json' })).status).toBe(422)
  }
})

test('JSON that cannot be read is 400, another media type 415, a body over a megabyte 413', async () => {
  const { as } = await setup()
  const json = { 'content-type': 'application/json' }

  expect((await as.post('/customers', '{"firstName":', json)).status).toBe(400)
  expect((await as.post('/customers', '<a/>', { 'content-type': 'text/xml' })).status).toBe(415)
  expect(
    (await as.post('/customers', JSON.stringify({ firstName: 'A', notes: 'x'.repeat(1_100_000) }), json))
      .status,
  ).toBe(413)
  expect((await as.post('/customers', { firstName: 'A', notes: 'x'.repeat(20_001) })).status).toBe(422)
  expect(
    (await as.post('/customers', { firstName: 'A', tags: Array.from({ length: 201 }, (_, n) => `t${n}`) }))
      .status,
  ).toBe(422)
})

const odd = [
  "Robert'); DROP TABLE customers;--",
  '%',
  '_',
  '\\',
  '100%_\\',
  "O'Brien",
  '<script>alert(1)</script>',
  '👩‍👩‍👧‍👦 🏳️‍🌈',
  '田中太郎',
  'محمد',
  '\u202eevil',
  'Ω≈ç√∫˜µ',
  'é'.normalize('NFD'),
  'ﬁ',
  '١٢٣',
  'x'.repeat(200),
  '😀'.repeat(100),
  'null',
  'undefined',
  '{}',
  '__proto__',
  'a\u0001b\nc',
  '\uffff',
  '=1+1',
]

test('odd words are kept as they were typed', async () => {
  const { as } = await setup()

  for (const [n, word] of odd.entries()) {
    const code = [...word].slice(0, 30).join('')
    const made = await as.post('/customers', {
      firstName: 'Z',
      lastName: word,
      businessName: word,
      notes: word,
      gender: code,
      tags: [code],
      number: code,
      externalIds: { [`s${n}`]: code },
      addresses: [{ line1: word, postalCode: code }],
    })
    const read = await as.get(`/customers/${made.body.id}`)

    expect([word, made.status, made.body.fields]).toEqual([word, 201, undefined])
    expect(read.body).toMatchObject({
      lastName: word,
      notes: word,
      gender: code,
      number: code,
      externalIds: { [`s${n}`]: code },
      address: { line1: word },
    })
  }
})

test('a name of which nothing can be seen is none', async () => {
  const { as } = await setup()

  const { body } = await as.post('/customers', {
    firstName: 'Z',
    lastName: '\t\u0001\u001f \u200b',
    notes: ' \n',
    email: '  ',
    phone: '',
  })

  expect(body).toMatchObject({ lastName: null, notes: null, email: null, phone: null, displayName: 'Z' })
})

test('U+0000 and half a character are refused wherever they stand, by their place', async () => {
  const { as } = await setup()

  const places = [
    { firstName: 'A\u0000' },
    { notes: '\ud800' },
    { tags: ['\u0000'] },
    { attributes: { x: ['\u0000'] } },
    { addresses: [{ city: '\u0000' }] },
    { externalIds: { 'a\u0000': '1' } },
    { consent: { email: { state: 'in', source: '\u0000' } } },
  ]
  for (const place of places) {
    const answer = await as.post('/customers', { lastName: 'L', ...place })
    expect(answer.status).toBe(422)
    expect(answer.body.fields[0]).toMatchObject({
      code: 'text.unstorable',
      path: expect.stringContaining(Object.keys(place)[0] as string),
    })
  }
})

test('what the merchant requires is asked of everybody new, and may not be emptied', async () => {
  const { as, db, first } = await setup()
  const old = await as.post('/customers', { firstName: 'Old' })
  await db.owner.query(`update merchants set required_personal = '{email,phone}' where merchant_id = $1`, [
    first.id,
  ])

  const lacking = await as.post('/customers', { firstName: 'New', phone: '212 555 0123' })
  const whole = await as.post('/customers', { firstName: 'New', phone: '212 555 0123', email: 'n@b.example' })
  const emptied = await as.patch(`/customers/${whole.body.id}`, { email: null }, { 'if-match': '"1"' })
  const untouched = await as.patch(`/customers/${old.body.id}`, { nickname: 'O' }, { 'if-match': '"1"' })

  expect(paths(lacking.body)).toEqual(['email'])
  expect(paths(emptied.body)).toEqual(['email'])
  expect([whole.status, untouched.status]).toEqual([201, 200])
})

test('somebody without a name, as an import may bring, can be edited', async () => {
  const { as, db, first } = await setup()
  const { body } = await as.post('/customers', { firstName: 'Ann', email: 'ann@b.example' })
  await db.owner.query(
    `update customers set first_name = null, display_name = email where merchant_id = $1 and id = $2`,
    [first.id, body.id],
  )

  const edited = await as.patch(`/customers/${body.id}`, { phone: '212 555 0123' }, { 'if-match': '"1"' })
  const named = await as.patch(`/customers/${body.id}`, { firstName: 'Ann' }, { 'if-match': '"2"' })
  const unnamed = await as.patch(`/customers/${body.id}`, { firstName: null }, { 'if-match': '"3"' })

  expect([edited.status, named.status, unnamed.status]).toEqual([200, 200, 422])
  expect(edited.body.displayName).toBe('ann@b.example')
})

test('a moment that is none is refused, and what customers did themselves is for integrations to say', async () => {
  const { app, as, db, first } = await setup()
  const { cookie } = await userOf(db.owner, first.id, { role: 'owner' })
  const kim = callerWith(app, { cookie })

  const leap = await as.post('/customers', {
    firstName: 'A',
    registeredAt: '2016-12-31T23:59:60Z',
    consent: { sms: { state: 'in', at: '0001-01-01T00:00:00Z' } },
  })
  const typed = await kim.post('/customers', { firstName: 'A', registeredAt: '2016-12-31T23:59:59Z' })

  expect(paths(leap.body)).toEqual(['consent.sms.at', 'registeredAt'])
  expect(typed.body.fields).toMatchObject([{ path: 'registeredAt', code: 'field.integration_only' }])
})

test('a required tag may be one that is made by the same write', async () => {
  const { as, db, first } = await setup()
  await db.owner.query(`update merchants set required_personal = '{tags}' where merchant_id = $1`, [first.id])

  expect((await as.post('/customers', { firstName: 'A', tags: ['brand new'] })).status).toBe(201)
  expect(paths((await as.post('/customers', { firstName: 'A', tags: [] })).body)).toEqual(['tags'])
})

test('what is wrong is said in words, not by the name of its kind', async () => {
  const { as, app } = await setup()
  const json = { 'content-type': 'application/json' }
  const detail = async (reply: Promise<{ body: { detail?: string } }>) => (await reply).body.detail
  const key = { ...json, 'idempotency-key': 'once' }
  await as.post('/customers', { firstName: 'Ann', externalIds: { till: '7' } }, key)

  expect(await detail(as.post('/customers', { firstName: 'Bob' }, key))).toContain('another body')
  expect(await detail(as.post('/customers', { firstName: 'Bob', externalIds: { till: '7' } }))).toBe(
    'externalIds: belongs to another customer',
  )
  expect(await detail(as.post('/customers', '<a/>', { 'content-type': 'text/xml' }))).toBe(
    'The content type is text/xml; wanted is application/json',
  )
  expect(await detail(as.post('/imports', { kind: 'customers' }))).toContain('multipart/form-data')
  expect(await detail(as.put('/orders/external/till/1', {}))).toBe('placedAt is needed')
  const stranger = await app.inject({
    url: '/api/v1/customers',
    headers: { authorization: 'Bearer clk_wrong' },
  })
  expect(stranger.json().detail).toBe('This API key is not known, or was revoked')
})
