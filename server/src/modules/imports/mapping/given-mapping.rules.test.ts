// The mapping that is given with a file, and the sources of those that have none.
import { describe, expect, test } from 'vitest'
import { firstOf, opened } from './reading.kit.ts'

describe('the mapping that is given', () => {
  const text = 'c1,c2,c3,c4\nAnn,Lee,Acme,x1\n'

  test('is followed, and other columns stay unread', async () => {
    const given = {
      mapping: {
        columns: { c1: 'firstName', c2: 'lastName', c4: 'externalId' },
        source: 'till',
        constants: { tags: 'new, web', 'consent.email': 'in' },
      },
    }
    const file = await opened(text, given)

    expect(file.plan.unreadColumns).toEqual([{ header: 'c3', filled: 1 }])
    expect(await firstOf(text, given)).toMatchObject({
      firstName: 'Ann',
      lastName: 'Lee',
      externalIds: { till: 'x1' },
      tags: ['new', 'web'],
      consent: { email: { state: 'in' } },
    })
  })

  test('a type for the whole file', async () => {
    expect(
      await firstOf('Name,Email\nAnn Lee,a@b.co\n', { mapping: { constants: { type: 'business' } } }),
    ).toMatchObject({ type: 'business', businessName: 'Ann Lee', typeGiven: true })
  })

  test('a business with a person in its row has that person as its contact', async () => {
    const given = {
      mapping: {
        columns: { c1: 'firstName', c2: 'lastName', c3: 'organization' },
        constants: { type: 'business' },
      },
    }

    expect(await firstOf(text, given)).toMatchObject({
      businessName: 'Acme',
      contact: { firstName: 'Ann', lastName: 'Lee' },
    })
  })

  test('what is given back reads the file in the same way', async () => {
    const file = await opened('Nombre,Apellidos,Tel. móvil,Otro\nAna,Ruiz,612345678,x\n')
    const again = await opened('Nombre,Apellidos,Tel. móvil,Otro\nAna,Ruiz,612345678,x\n', {
      mapping: file.plan.mapping,
    })

    expect(again.plan.mapping).toEqual(file.plan.mapping)
    expect(file.plan.mapping.columns).toEqual({
      Nombre: 'firstName',
      Apellidos: 'lastName',
      'Tel. móvil': 'phones.mobile',
    })
  })

  test('a field that does not exist is named', async () => {
    await expect(opened(text, { mapping: { columns: { c1: 'shoeSize' } } })).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'mapping.columns.c1', code: 'mapping.path_unknown' }],
    })
    await expect(opened(text, { mapping: { timeZone: 'Mars' } })).rejects.toMatchObject({ status: 400 })
  })
})

test('ids of unknown programs are kept apart from those of others', async () => {
  const one = await opened('customer_id,first_name,last_name,email\n1,Ann,Lee,a@b.co\n2,Bob,Fox,b@b.co\n')
  const other = await opened(
    'CustomerId,FirstName,LastName,Company,Email\n1,Cy,Ray,Acme,c@b.co\n2,Di,Poe,,d@b.co\n',
  )
  const reordered = await opened('email,last_name,first_name,customer_id,shoe\na@b.co,Lee,Ann,1,38\n')

  expect(one.plan.mapping.source).not.toBe(other.plan.mapping.source)
  expect(reordered.plan.mapping.source).toBe(one.plan.mapping.source)
})
