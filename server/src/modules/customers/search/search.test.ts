import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { firm, found, given, type Item, person } from './search.kit.ts'

test('hits come exact first, then words that begin so, then words that hold it, then near ones, each by name', async () => {
  const on = await setup()
  await given(
    on,
    person('Zoe', 'Smith'),
    person('Anna', 'Smith'),
    firm('Blue Smith Bakery'),
    person('Gil', 'Goldsmith'),
    person('Ada', 'Goldsmith'),
    person('Sam', 'Smyth'),
    person('Ned', 'Number', { number: 'SMITH' }),
  )

  expect(await found(on, 'smith')).toEqual([
    'Ned Number',
    'Blue Smith Bakery',
    'Anna Smith',
    'Zoe Smith',
    'Ada Goldsmith',
    'Gil Goldsmith',
    'Sam Smyth',
  ])
})

test('an exact number stands before an exact email, and both before an exact phone', async () => {
  const on = await setup()
  await given(
    on,
    person('Ann', 'Phone', { phone: '+12125550123' }),
    person('Bob', 'Number', { number: '12125550123' }),
    person('Cid', 'Other', { email: 'a.b@x.example', number: 'A.B@x.example' }),
    person('Dan', 'Mail', { email: 'a.b@x.example' }),
  )

  expect(await found(on, '12125550123')).toEqual(['Bob Number', 'Ann Phone'])
  expect(await found(on, 'A.B@X.example')).toEqual(['Cid Other', 'Dan Mail'])
})

test('a phone is found in any notation and by any run of four or more of its digits', async () => {
  const on = await setup()
  await given(
    on,
    person('Ann', 'York', { phone: '(212) 555-0123' }),
    person('Bea', 'Leeds', { phone: '+44 20 7946 0958' }),
    person('Cid', 'Odd', { phone: '12345' }),
  )

  for (const q of [
    '(212) 555-0123',
    '212.555.0123',
    '+1 212 555 0123',
    '2125550123',
    '12125550123',
    '0012125550123',
  ]) {
    expect([q, await found(on, q)]).toEqual([q, ['Ann York']])
  }
  for (const q of ['5550', '0123', '212555', '25550', '555 0123'])
    expect([q, await found(on, q)]).toEqual([q, ['Ann York']])
  for (const q of [
    '020 7946 0958',
    '+44 (0)20 7946 0958'.replace('(0)', ''),
    '79460958',
    '02079',
    '0044 20 7946',
  ]) {
    expect([q, await found(on, q)]).toEqual([q, ['Bea Leeds']])
  }
  expect(await found(on, '2345')).toEqual(['Cid Odd'])
})

test('accents and case do not matter, in what is kept and in what is typed', async () => {
  const on = await setup()
  await given(on, person('José', 'Peña'), person('Søren', 'Groß'), person('Łukasz', 'Żak'))

  for (const q of ['jose', 'JOSÉ', 'pena', 'Peña']) expect(await found(on, q)).toEqual(['José Peña'])
  for (const q of ['soren', 'SØREN', 'gross', 'groß']) expect(await found(on, q)).toEqual(['Søren Groß'])
  for (const q of ['lukasz', 'zak']) expect(await found(on, q)).toEqual(['Łukasz Żak'])
})

test('words match in any order, each from its beginning or from within', async () => {
  const on = await setup()
  await given(
    on,
    person('Maria', 'Garcia', { email: 'mg@bakery.example' }),
    person('Maria', 'Lopez'),
    firm('Garcia Marble'),
  )

  expect(await found(on, 'maria garcia')).toEqual(['Maria Garcia'])
  expect(await found(on, 'garcia maria')).toEqual(['Maria Garcia'])
  expect(await found(on, 'gar mar')).toEqual(['Garcia Marble', 'Maria Garcia'])
  expect(await found(on, 'arcia bakery')).toEqual(['Maria Garcia'])
})

test('one wrong, missing, extra or swapped letter in a word of five or more still finds it', async () => {
  const on = await setup()
  await given(
    on,
    person('Ann', 'Garcia'),
    person('Bob', 'Kowalski'),
    person('Cid', 'Reyes'),
    person('Борис', 'Иванов'),
  )

  for (const q of ['garzia', 'garca', 'garccia', 'gacria', 'ann garzia', 'garzia ann']) {
    expect([q, await found(on, q)]).toEqual([q, ['Ann Garcia']])
  }
  for (const q of ['kowalsky', 'kovalski', 'kowaski'])
    expect([q, await found(on, q)]).toEqual([q, ['Bob Kowalski']])
  for (const q of ['reys', 'reyos']) expect([q, await found(on, q)]).toEqual([q, ['Cid Reyes']])
  expect(await found(on, 'иваноф')).toEqual(['Борис Иванов'])
  expect(await found(on, 'garzis')).toEqual([])
})

test('apostrophes and hyphens do not matter', async () => {
  const on = await setup()
  await given(on, person('Sean', "O'Brien"), person('Jean-Luc', 'Dupont'), firm('Coca-Cola'))

  for (const q of ["o'brien", 'obrien', 'o brien', 'O’Brien'])
    expect([q, await found(on, q)]).toEqual([q, ["Sean O'Brien"]])
  for (const q of ['jean-luc', 'jeanluc', 'jean luc'])
    expect([q, await found(on, q)]).toEqual([q, ['Jean-Luc Dupont']])
  for (const q of ['cocacola', 'coca cola']) expect([q, await found(on, q)]).toEqual([q, ['Coca-Cola']])
})

test('one letter or one Chinese character is enough to begin', async () => {
  const on = await setup()
  await given(on, person('明', '田中'), person('Ann', 'Lee'), person('Борис', 'Иванов'))

  expect(await found(on, 'a')).toEqual(['Ann Lee'])
  expect(await found(on, 'и')).toEqual(['Борис Иванов'])
  expect(await found(on, '田')).toHaveLength(1)
  expect(await found(on, '中')).toHaveLength(1)
})

test('customer numbers, emails and external ids are found, whole and in part', async () => {
  const on = await setup()
  await given(
    on,
    person('Ann', 'Lee', { number: 'K-2041', email: 'ann.lee@oak.example', externalIds: { pos: 'POS-77x' } }),
  )

  for (const q of [
    'K-2041',
    'k2041',
    '2041',
    'ann.lee@oak.example',
    'ann.lee@',
    'lee@oak',
    'POS-77X',
    'pos77',
    'oak.example',
  ]) {
    expect([q, await found(on, q)]).toEqual([q, ['Ann Lee']])
  }
})

test('what was changed is found by what it is now, and no longer by what it was', async () => {
  const on = await setup()
  const [ann] = await given(on, person('Ann', 'Lee', { email: 'old@x.example', phone: '+12125550123' }))

  const change = { lastName: 'Moreau', email: 'new@x.example', phone: '+12125550188' }
  await on.as.patch(`/customers/${ann?.id}`, change, { 'if-match': '*' })

  for (const q of ['moreau', 'new@x.example', '2125550188'])
    expect(await found(on, q)).toEqual(['Ann Moreau'])
  for (const q of ['lee', 'old@x.example', '2125550123']) expect(await found(on, q)).toEqual([])
})

test('searches combine with filters, inactive customers are left out, and the count says the same', async () => {
  const on = await setup()
  const [, gone] = await given(
    on,
    person('Ann', 'Smith', { tags: ['VIP'] }),
    person('Bob', 'Smith'),
    firm('Smith & Co', { tags: ['VIP'] }),
    person('Cid', 'Smythe', { tags: ['VIP'] }),
  )
  await on.as.delete(`/customers/${gone?.id}`)

  expect(await found(on, 'smith')).toEqual(['Smith & Co', 'Ann Smith'].sort())
  expect(await found(on, 'smith', '&status=inactive')).toEqual(['Bob Smith'])
  expect(await found(on, 'smith', '&tag=VIP&type=business')).toEqual(['Smith & Co'])
  expect(await found(on, 'smyth', '&tag=VIP&type=personal')).toEqual(['Cid Smythe', 'Ann Smith'])
  for (const query of ['q=smith', 'q=smyth&tag=VIP', 'q=smith&status=all', 'q=nobody']) {
    const { body } = await on.as.get(`/customers?${query}`)
    expect((await on.as.get(`/customers/count?${query}`)).body).toEqual({
      count: body.items.length,
      capped: false,
    })
  }
})

test('the cursor leads through every rank to the last hit, and with an order of one’s own through that', async () => {
  const on = await setup()
  await given(
    on,
    person('Nina', 'Nr', { number: 'lindo' }),
    ...Array.from({ length: 5 }, (_, at) => person(`Ann${at}`, 'Lindo')),
    ...Array.from({ length: 4 }, (_, at) => person('Bob', `Belindo${at}`)),
    ...Array.from({ length: 3 }, (_, at) => person(`Cid${at}`, 'Linda')),
  )
  const all = await found(on, 'lindo')
  expect(all).toHaveLength(13)

  for (const [limit, order] of [
    [1, ''],
    [3, ''],
    [4, '&sort=-name'],
    [5, '&sort=email'],
  ] as const) {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await on.as.get(
        `/customers?q=lindo&limit=${limit}${order}${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...body.items.map((item: Item) => item.displayName))
      cursor = body.nextCursor
    }
    expect(order === '' ? seen : [...seen].sort()).toEqual(order === '' ? all : [...all].sort())
  }
})
