import { describe, expect, test } from 'vitest'
import { opened, rowsOf } from './reading.kit.ts'

/** Columns of figures and balances, which nothing can hold yet, and what only that program knows. */
async function unreadOf(header: string, row: string): Promise<string[]> {
  const file = await opened(`${header}\n${row}\n`)
  return file.plan.unreadColumns.map((column) => column.header)
}

const shopifyA =
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags'
const shopifyRow = `'7210448301122,Ana,Ruiz,ana@example.com,yes,,Calle 1 # 2-3,"Apto 401\nTorre 2",Bogotá,DC,CO,110111,'+573001112233,'+573001112233,no,120.50,3,Likes tea,no,"vip, wholesale"`

describe('Shopify', () => {
  test('the present export maps itself but for its figures', async () => {
    expect(await unreadOf(shopifyA, shopifyRow)).toEqual(['Total Spent', 'Total Orders'])
  })

  test('ids and phones lose the mark that keeps sheets from them', async () => {
    const [row] = await rowsOf(`${shopifyA}\n${shopifyRow}\n`)

    expect(row?.warnings).toEqual([])
    expect(row?.fields).toMatchObject({
      type: 'personal',
      externalIds: { shopify: '7210448301122' },
      firstName: 'Ana',
      lastName: 'Ruiz',
      email: 'ana@example.com',
      phones: [{ number: '+573001112233', kind: 'mobile', isPrimary: true, valid: true }],
      consent: { email: { state: 'in' }, sms: { state: 'out' } },
      taxExempt: false,
      tags: ['vip', 'wholesale'],
      notes: 'Likes tea',
      addresses: [
        {
          use: 'default',
          line1: 'Calle 1 # 2-3',
          line2: 'Apto 401, Torre 2',
          city: 'Bogotá',
          state: 'DC',
          country: 'CO',
          postalCode: '110111',
        },
      ],
    })
  })

  test.each([
    [
      'the template',
      shopifyA
        .replace('Customer ID,', '')
        .replace('Total Spent,Total Orders,Note,Tax Exempt,Tags', 'Tags,Note,Tax Exempt'),
      [],
    ],
    [
      '2022',
      'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
      ['Total Spent', 'Total Orders'],
    ],
    [
      '2021',
      'First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
      ['Total Spent', 'Total Orders'],
    ],
  ])('%s maps itself', async (_, header, figures) => {
    expect(
      await unreadOf(
        header,
        header
          .split(',')
          .map(() => '')
          .fill('Ann', 0, 1)
          .join(','),
      ),
    ).toEqual(figures)
  })

  test('a metafield and WhatsApp: the one is known by its words, the other has no place', async () => {
    const header = `${shopifyA},Accepts WhatsApp Marketing,Fecha de nacimiento (customer.metafields.facts.birth_date)`
    const [row] = await rowsOf(`${header}\n${shopifyRow},no,1990-05-12\n`)

    expect(row?.fields.dateOfBirth).toBe('1990-05-12')
    expect(await unreadOf(header, `${shopifyRow},no,1990-05-12`)).toContain('Accepts WhatsApp Marketing')
  })

  test('Matrixify tells further addresses of one customer in further rows', async () => {
    const header =
      'ID,Email,Command,First Name,Last Name,Phone,State,Email Marketing: Status,Tags,Note,Tax Exempt,Address ID,Address Company,Address Phone,Address Line 1,Address City,Address Province Code,Address Country Code,Address Zip'
    const rows = await rowsOf(
      `${header}\n11,a@example.com,MERGE,Ann,Lee,+12025550143,enabled,subscribed,vip,,FALSE,1,,,1 Main St,Reston,VA,US,20190\n11,,MERGE,,,,,,,,,2,,,2 Oak St,Reston,VA,US,20191\n`,
    )

    expect(rows[0]?.fields).toMatchObject({
      externalIds: { shopify: '11' },
      accountType: 'registered',
      consent: { email: { state: 'in' } },
    })
    expect(rows[0]?.fields.addresses?.[0]).toMatchObject({ line1: '1 Main St', state: 'VA' })
    expect(rows[1]?.fields.addresses?.[0]).toMatchObject({ use: 'other', line1: '2 Oak St' })
  })
})

const square =
  'Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile,Blocked from online booking'

describe('Square', () => {
  test('maps itself but for figures and what only Square knows', async () => {
    const row = `,Sam,Hill,,"'+14155550123'",Sammy,,1 Main St,,Oakland,CA,94607,1985-03-12,regular,QX7,Instant Profile,2019-04-01,2024-01-01,12,$345.10,Unknown,Yes,No`

    expect(await unreadOf(square, row)).toEqual([
      'Creation Source',
      'Last Visit',
      'Transaction Count',
      'Lifetime Spend',
      'Instant Profile',
      'Blocked from online booking',
    ])
  })

  test('a customer with neither email nor phone is one', async () => {
    const rows = await rowsOf(
      `${square}\n,Sam,,,,,,,,,,,09-21,,QX7,,2019-04-01,,,,Unsubscribed,,\n,,,,,,,,,,,,,,QX8,,,,,,Unknown,,\n`,
    )

    expect(rows[0]?.fields).toMatchObject({
      firstName: 'Sam',
      externalIds: { square: 'QX7' },
      dateOfBirth: '--09-21',
      customerSince: '2019-04-01',
      consent: { email: { state: 'out' } },
    })
    expect(rows[1]?.rejected?.code).toBe('row.nobody')
  })
})

describe('HubSpot', () => {
  test('contacts with their company', async () => {
    const header =
      'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Associated Company IDs,Country/Region,Contact owner'
    const [row] = await rowsOf(
      `${header}\n51,Ann,Lee,ann@example.com,(202) 555-0143,New,3/15/2024 2:30 PM,Acme Inc,91;92,United States,Joe Fox\n`,
    )

    expect(await unreadOf(header, '51,Ann,Lee,a@b.co,,New,2024-03-12 09:14,Acme,91,US,Joe')).toEqual([
      'Lead Status',
      'Associated Company IDs',
    ])
    expect(row?.fields).toMatchObject({
      externalIds: { hubspot: '51' },
      organizations: [{ name: 'Acme Inc' }],
      customerSince: '2024-03-15',
      salesperson: 'Joe Fox',
      addresses: [{ country: 'US' }],
    })
  })

  test('companies', async () => {
    const [row] = await rowsOf(
      'Record ID,Company name,Website URL,Company owner,Create Date\n7,Acme Inc,acme.example.com,Joe Fox,2024-03-12 09:14\n',
    )

    expect(row?.fields).toMatchObject({
      type: 'business',
      businessName: 'Acme Inc',
      website: 'acme.example.com',
      customerSince: '2024-03-12',
    })
  })

  test('its import template', async () => {
    const header =
      'First Name,Last Name,Email Address,Phone Number,Mobile Phone Number,Job Title,Company Name,Website URL,Street Address,City,State/Region,Postal Code,Country/Region,Lifecycle Stage,Lead Status,Contact Owner'

    expect(await unreadOf(header, 'Ann,Lee,a@b.co,,,Chef,Acme,,,,,,US,lead,New,Joe')).toEqual([
      'Lifecycle Stage',
      'Lead Status',
    ])
  })
})

describe('Google', () => {
  const header =
    'First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value'

  test('the new layout with its groups of values', async () => {
    const [row] = await rowsOf(
      `${header}\nAnn,B.,Lee,,Dr.,Jr.,Annie,,Acme,Chef,,--05-12,Hi,,* myContacts ::: Friends,* Home,ann@example.com ::: ann2@example.com,Work,ann@work.example.com,Mobile,202-555-0143 ::: 202-555-0144,Work Fax,202-555-0145,Home,"1 Main St\nReston, VA",1 Main St,Reston,,VA,20190,US,,Blog,https://ann.example.com,Anniversary,2001-02-03\n`,
    )

    expect(row?.fields).toMatchObject({
      firstName: 'Ann',
      middleName: 'B.',
      lastName: 'Lee Jr.',
      salutation: 'Dr.',
      organizations: [{ name: 'Acme', title: 'Chef' }],
      dateOfBirth: '--05-12',
      tags: ['Friends'],
      email: 'ann@example.com',
      additionalEmails: ['ann2@example.com', 'ann@work.example.com'],
      phones: [
        { number: '+12025550143', kind: 'mobile', isPrimary: true },
        { number: '+12025550144', kind: 'mobile' },
        { number: '+12025550145', kind: 'fax' },
      ],
      addresses: [
        {
          label: 'Home',
          line1: '1 Main St',
          city: 'Reston',
          state: 'VA',
          postalCode: '20190',
          country: 'US',
        },
      ],
      website: 'https://ann.example.com',
    })
    expect(row?.fields.anniversary).toBeUndefined()
  })

  test('the old layout', async () => {
    const old =
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Occupation,Hobby,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title'
    const [row] = await rowsOf(
      `${old}\nAnn B Lee,Ann,B,Lee,,,,,,,,,1980-02-03,female,,,,,,,en,,* My Contacts ::: Book Club,* Home,ann@example.com,Home,2025550143,,Acme,Chef\n`,
    )

    expect(row?.fields).toMatchObject({
      firstName: 'Ann',
      middleName: 'B',
      lastName: 'Lee',
      tags: ['Book Club'],
      gender: 'female',
      phones: [{ kind: 'home' }],
      organizations: [{ name: 'Acme', title: 'Chef' }],
    })
  })
})

test('what Toast wants for its own import maps but for its balances', async () => {
  const header =
    'Point Balance,Email,Phone,Full Name,First Name,Last Name,Gift Card Number,Cash Balance,Address 1,Address 2,City,State,Zip,Birthday,Notes'

  expect(
    await unreadOf(header, '120,a@b.co,2025550143,,Ann,Lee,6001,3.20,1 Main St,,Reston,VA,20190,03-25-1990,'),
  ).toEqual(['Point Balance', 'Gift Card Number', 'Cash Balance'])
})
