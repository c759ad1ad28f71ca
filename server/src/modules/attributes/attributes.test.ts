import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'

test('an attribute is defined, listed in order, changed and deleted', async () => {
  const { as } = await setup()

  const table = await as.post('/custom-attributes', { label: 'Table no.', kind: 'number' })
  const diet = await as.post('/custom-attributes', {
    label: '食事',
    kind: 'choices',
    options: ['Vegan', 'Halal'],
    position: 0,
    group: 'Kitchen',
  })
  const path = `/custom-attributes/${table.body.id}`

  expect(table).toMatchObject({
    status: 201,
    body: { key: 'tableNo', options: [], group: null, required: false, filterable: false, version: 1 },
  })
  expect(diet.body.key).toBe('attribute1')
  expect((await as.get('/custom-attributes')).body.items.map((item: { key: string }) => item.key)).toEqual([
    'tableNo',
    'attribute1',
  ])
  const changed = await as.patch(path, { label: 'Table', required: true, position: 5 }, { 'if-match': '"1"' })
  expect(changed).toMatchObject({ status: 200, body: { label: 'Table', required: true, version: 2 } })
  expect((await as.patch(path, { label: 'Table' }, { 'if-match': '"2"' })).body.version).toBe(2)
  expect(await as.patch(path, { label: 'T' }, { 'if-match': '"1"' })).toMatchObject({
    status: 412,
    body: { current: { label: 'Table' } },
  })
  expect((await as.patch(path, { label: 'T' })).status).toBe(428)
  expect((await as.patch(path, { kind: 'text' }, { 'if-match': '"2"' })).body.fields[0].path).toBe('kind')
  expect([
    (await as.delete(path)).status,
    (await as.delete(path)).status,
    (await as.get(path)).status,
  ]).toEqual([204, 404, 404])
})

test('a key is one attribute, and options belong to choices', async () => {
  const { as } = await setup()
  await as.post('/custom-attributes', { key: 'size', label: 'Size', kind: 'choice', options: ['S', 'M'] })

  expect(await as.post('/custom-attributes', { key: 'size', label: 'Size', kind: 'text' })).toMatchObject({
    status: 409,
    body: { code: 'attribute.key_taken' },
  })
  expect((await as.post('/custom-attributes', { label: 'Size', kind: 'text' })).body.key).toBe('size2')
  expect((await as.post('/custom-attributes', { label: 'X', kind: 'choice' })).body.fields[0].code).toBe(
    'attribute.options_missing',
  )
  expect(
    (await as.post('/custom-attributes', { label: 'X', kind: 'text', options: ['a'] })).body.fields[0].code,
  ).toBe('attribute.options_unused')
  expect((await as.post('/custom-attributes', { key: '9x', label: 'X', kind: 'text' })).status).toBe(422)
})

test('values are checked by their definition on every write, merge by key, and hold their definition', async () => {
  const { as } = await setup()
  const kinds = {
    text: 'Note',
    number: 'Seats',
    money: 'Deposit',
    date: 'Renewal',
    yesNo: 'Parking',
    choice: 'Size',
    choices: 'Diet',
    url: 'Menu',
  }
  for (const [kind, label] of Object.entries(kinds)) {
    await as.post('/custom-attributes', {
      label,
      kind,
      ...(kind.startsWith('choice') && { options: ['S', 'M'] }),
      required: kind === 'text',
    })
  }
  const good = {
    note: ' n ',
    seats: 4.5,
    deposit: { amount: 500 },
    renewal: '2027-01-31',
    parking: false,
    size: 'S',
    diet: ['M', 'S', 'M'],
    menu: 'https://a.example/m',
  }
  const bad = {
    note: 5,
    seats: '4',
    deposit: { amount: 1.5 },
    renewal: '2027-02-30',
    parking: 'yes',
    size: 'XL',
    diet: ['S', 'XL'],
    menu: 'javascript:alert(1)',
    nope: 1,
  }

  const made = await as.post('/customers', { firstName: 'Ann', attributes: good })
  const refused = await as.post('/customers', { firstName: 'Ann', attributes: bad })
  const changed = await as.patch(
    `/customers/${made.body.id}`,
    { attributes: { seats: 6, size: null } },
    { 'if-match': '"1"' },
  )

  expect(made.body.attributes).toEqual({
    ...good,
    note: 'n',
    deposit: { amount: 500, currency: 'USD' },
    diet: ['S', 'M'],
  })
  expect(refused.body.fields.map((field: { path: string }) => field.path).sort()).toEqual(
    [...Object.keys(bad).map((key) => `attributes.${key}`), 'attributes.note'].sort(),
  )
  expect(changed.body.attributes).toMatchObject({ seats: 6, note: 'n' })
  expect(changed.body.attributes).not.toHaveProperty('size')
  expect((await as.post('/customers', { firstName: 'Ann' })).body.fields).toMatchObject([
    { path: 'attributes.note', code: 'field.required' },
  ])
  expect(
    (await as.patch(`/customers/${made.body.id}`, { attributes: { note: '' } }, { 'if-match': '"2"' })).body
      .fields,
  ).toMatchObject([{ path: 'attributes.note' }])
  const { items } = (await as.get('/custom-attributes')).body
  expect(await as.delete(`/custom-attributes/${items[1].id}`)).toMatchObject({
    status: 409,
    body: { code: 'attribute.in_use', params: { key: 'seats' } },
  })
})
