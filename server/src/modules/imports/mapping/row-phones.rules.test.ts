// Of which country and kind the phones of a row are.
import { describe, expect, test } from 'vitest'
import { firstOf, rowsOf } from './reading.kit.ts'

describe('phones', () => {
  test('ring in the country of the row’s address, else of its store, else of the merchant', async () => {
    const text =
      'Name,Phone,Country,Store\nA B,030 1234567,Germany,\nC D,912345678,,Madrid\nE F,202-555-0143,,\n'
    const rows = await rowsOf(text, {
      context: { stores: [{ id: '1', name: 'Madrid', code: null, country: 'ES', timeZone: null }] },
    })

    expect(rows.map((row) => row.fields.phones?.[0]?.number)).toEqual([
      '+49301234567',
      '+34912345678',
      '+12025550143',
    ])
  })

  test('the country can be said for the whole file', async () => {
    const fields = await firstOf('Name,Phone\nA B,912345678\n', {
      mapping: { constants: { 'address.country': 'ES' } },
    })

    expect(fields.phones?.[0]?.number).toBe('+34912345678')
    expect(fields.addresses).toBeUndefined()
  })

  test('one that the rules do not know is kept as typed', async () => {
    expect((await firstOf('Name,Phone\nA B,(5) 555-4729\n')).phones).toMatchObject([
      { number: '(5) 555-4729', valid: false, isPrimary: true },
    ])
  })

  test('type and extension from columns of their own', async () => {
    expect(
      (await firstOf('Name,Phone,Phone Type,Extension\nA B,202-555-0143,Work,12\n')).phones,
    ).toMatchObject([{ kind: 'work', extension: '12' }])
  })

  test('a fixed line is no mobile where the column does not say its kind', async () => {
    const rows = await rowsOf(
      'Name,Phone,Country\nA B,020 7946 0958,GB\nC D,07400 123456,GB\nE F,202-555-0143,US\n',
    )
    expect(rows.map((row) => row.fields.phones?.[0]?.kind)).toEqual(['home', 'mobile', 'mobile'])
    expect((await firstOf('Name,Mobile\nA B,+44 20 7946 0958\n')).phones).toMatchObject([{ kind: 'mobile' }])
  })

  test('a business has its fixed line at work, and so has whoever is its contact', async () => {
    const text =
      'Business name,Phone,Contact name,Contact phone\n' +
      'Acme Ltd,+44 7400 123456,Ann Lee,+44 20 7946 0958\nBolt Ltd,+44 20 7946 0123,Bo Ray,+44 7400 123457\n'
    const rows = await rowsOf(text, { mapping: { constants: { type: 'business' } } })
    expect(rows.map(({ fields }) => [fields.phones?.[0]?.kind, fields.contact?.phones?.[0]?.kind])).toEqual([
      ['work', 'work'],
      ['work', 'mobile'],
    ])
  })

  test('a fax is never the primary one while there is another', async () => {
    expect((await firstOf('Name,Fax,Mobile\nA B,202-555-0143,202-555-0144\n')).phones).toMatchObject([
      { kind: 'mobile', isPrimary: true },
      { kind: 'fax', isPrimary: false },
    ])
  })
})
