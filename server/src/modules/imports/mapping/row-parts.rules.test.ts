// Fields of several parts: addresses, billing, consent, the merchant's own attributes.
import { describe, expect, test } from 'vitest'
import { firstOf, rowsOf } from './reading.kit.ts'

describe('fields with parts', () => {
  test('billing and delivery addresses', async () => {
    const [row] = await rowsOf(
      'Name,Billing Address,Billing City,Shipping Address,Shipping City\nA B,1 Main St,Reston,2 Oak St,York\nC D,1 Main St,Reston,1 Main St,Reston\n',
    )
    const rows = await rowsOf(
      'Name,Billing Address,Billing City,Shipping Address,Shipping City\nC D,1 Main St,Reston,1 Main St,Reston\n',
    )

    expect(row?.fields.addresses).toEqual([
      { use: 'billing', line1: '1 Main St', city: 'Reston' },
      { use: 'delivery', line1: '2 Oak St', city: 'York' },
    ])
    expect(rows[0]?.fields.addresses).toEqual([
      { use: 'default', line1: '1 Main St', city: 'Reston', isBilling: true, isDelivery: true },
    ])
  })

  test('billing preferences, with the mark of their column', async () => {
    const fields = await firstOf(
      'Firma;Kreditlimit;Rabatt;Zahlungsbedingungen;On hold\nAcme;1.234,50;10 %;30 Tage;nein\n',
      { context: { locale: 'de', currency: 'EUR' } },
    )

    expect(fields.billing).toEqual({
      creditLimit: { amount: 123450, currency: 'EUR' },
      discountPercent: 10,
      paymentTerms: '30 Tage',
      onHold: false,
    })
  })

  test('the merchant’s own attributes by label, each as its kind wants it', async () => {
    const attributes = [
      { key: 'shoeSize', label: 'Shoe size', kind: 'number', options: [] },
      { key: 'member', label: 'Member', kind: 'yesNo', options: [] },
      { key: 'diet', label: 'Diet', kind: 'choices', options: ['Vegan', 'Halal'] },
      { key: 'budget', label: 'Budget', kind: 'money', options: [] },
    ] as const
    const [row] = await rowsOf(
      'Name,Shoe size,attributes.member,diet,Budget\nAnn Lee,38.5,yes,vegan; halal,12.50\nBob Fox,big,,Keto,\n',
      { context: { attributes } },
    )
    const rows = await rowsOf('Name,Shoe size,diet\nBob Fox,big,Keto\n', { context: { attributes } })

    expect(row?.fields.attributes).toEqual({
      shoeSize: 38.5,
      diet: ['Vegan', 'Halal'],
      budget: { amount: 1250, currency: 'USD' },
      member: true,
    })
    expect(rows[0]?.warnings.map((warning) => warning.code)).toEqual([
      'attribute.number',
      'attribute.choices',
    ])
  })

  test('who opted out anywhere is out', async () => {
    expect(await firstOf('Name,Newsletter,Unsubscribed\nAnn Lee,yes,yes\n')).toMatchObject({
      consent: { email: { state: 'out' } },
    })
  })
})
