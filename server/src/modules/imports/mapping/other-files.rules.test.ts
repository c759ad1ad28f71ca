// Files of no known program: hand-made sheets and exports in several languages. Nine of ten common columns must be right.
import { describe, expect, test } from 'vitest'
import { firstOf, opened, pathsOf, rowsOf } from './reading.kit.ts'

type Sheet = {
  readonly name: string
  readonly headers: string
  readonly rows: readonly string[]
  readonly paths: string
}

/** Cells are separated by bars; `-` stands for a column that must stay unread. */
const sheets: readonly Sheet[] = [
  {
    name: 'a German customer list',
    headers:
      'Kunden-Nr.|Anrede|Vorname|Name|Firma|Straße|PLZ|Ort|Land|Telefon|Mobil|E-Mail|Geburtsdatum|Kunde seit|Bemerkungen|Umsatz',
    rows: [
      '10021|Frau|Petra|Müller||Hauptstr. 5|01067|Dresden|Deutschland|0351 1234567|0171 2345678|petra@example.com|03.04.1975|01.02.2019|mag Tee|1.234,50',
      '10022|Herr|Jens|Koch|Koch GmbH|Ring 1|10115|Berlin|Deutschland|030 1234567||jens@example.com|17.11.1980|05.06.2020||99,00',
    ],
    paths:
      'number|salutation|firstName|lastName|organization|address.line1|address.postalCode|address.city|address.country|phone|phones.mobile|email|dateOfBirth|customerSince|notes|-',
  },
  {
    name: 'a Spanish customer list',
    headers:
      'Código|Nombre|Apellidos|NIF|Dirección|Población|Provincia|C.P.|País|Teléfono|Tel. móvil|Correo electrónico|Fecha de nacimiento|Fecha de alta|Observaciones|Saldo',
    rows: [
      '1|María|García López|12345678Z|Calle Mayor 3|Madrid|Madrid|28001|España|912345678|612345678|maria@example.com|21/05/1980|02/01/2020|prefiere tarde|12,50',
      '2|José|Núñez Gil|87654321X|Gran Vía 1|Bilbao|Bizkaia|48001|España|944123456|655123456|jose@example.com|01/12/1990|15/03/2021||0',
    ],
    paths:
      'number|firstName|lastName|taxId|address.line1|address.city|address.state|address.postalCode|address.country|phone|phones.mobile|email|dateOfBirth|customerSince|notes|-',
  },
  {
    name: 'a French customer list',
    headers:
      'N° client|Civilité|Nom|Prénom|Société|Adresse|Complément d’adresse|Code postal|Ville|Pays|Téléphone|Portable|Courriel|Date de naissance|Remarques',
    rows: [
      'A12|Mme|Durand|Claire||3 rue des Lilas|Bât. B|75011|Paris|France|01 42 34 56 78|06 12 34 56 78|claire@example.com|14/07/1985|',
    ],
    paths:
      'number|salutation|lastName|firstName|organization|address.line1|address.line2|address.postalCode|address.city|address.country|phone|phones.mobile|email|dateOfBirth|notes',
  },
  {
    name: 'an Italian customer list',
    headers:
      'Codice cliente|Ragione sociale|Cognome|Nome|Indirizzo|CAP|Città|Prov.|Nazione|Telefono|Cellulare|E-mail|Partita IVA|Codice fiscale|Data di nascita|Note',
    rows: [
      '77||Rossi|Mario|Via Roma 1|20121|Milano|MI|Italia|02 1234567|333 1234567|mario@example.com|01234567890|RSSMRA80A01F205X|01/01/1980|',
    ],
    paths:
      'number|organization|lastName|firstName|address.line1|address.postalCode|address.city|address.state|address.country|phone|phones.mobile|email|taxId|idNumber|dateOfBirth|notes',
  },
  {
    name: 'a Portuguese customer list',
    headers:
      'Código|Nome|Sobrenome|CPF|Endereço|Complemento|Cidade|UF|CEP|Telefone|Celular|E-mail|Data de nascimento|Observações',
    rows: [
      '5|João|Silva|123.456.789-09|Rua A 10|Apto 2|São Paulo|SP|01310-100|(11) 3123-4567|(11) 91234-5678|joao@example.com|31/12/1979|',
    ],
    paths:
      'number|firstName|lastName|idNumber|address.line1|address.line2|address.city|address.state|address.postalCode|phone|phones.mobile|email|dateOfBirth|notes',
  },
  {
    name: 'a Dutch customer list',
    headers:
      'Klantnummer|Voornaam|Tussenvoegsel|Achternaam|Bedrijfsnaam|Straat|Huisnummer|Postcode|Plaats|Land|Telefoonnummer|Mobiel|E-mailadres|Geboortedatum|Nieuwsbrief|Opmerkingen',
    rows: [
      '31|Jan|de|Vries||Dorpsstraat|12|1234 AB|Utrecht|Nederland|030-1234567|06-12345678|jan@example.com|13-02-1970|ja|',
    ],
    paths:
      'number|firstName|middleName|lastName|organization|address.line1|address.houseNumber|address.postalCode|address.city|address.country|phone|phones.mobile|email|dateOfBirth|consent.email|notes',
  },
  {
    name: 'Outlook',
    headers:
      'Title|First Name|Middle Name|Last Name|Suffix|Company|Department|Job Title|Business Street|Business City|Business State|Business Postal Code|Business Country/Region|Home Street|Home City|Home Postal Code|Business Fax|Business Phone|Home Phone|Mobile Phone|E-mail Address|E-mail 2 Address|Birthday|Categories|Notes|Web Page',
    rows: [
      'Mr.|John|Q|Public|Jr.|Acme|Sales|Buyer|1 Main St|Reston|VA|20190|United States|2 Oak St|Reston|20191|2025550101|2025550102|2025550103|2025550104|john@example.com|jp@example.com|1/31/1980|VIP|hello|http://example.com',
    ],
    paths:
      'salutation|firstName|middleName|lastName|nameSuffix|organization|-|organization.title|addresses.work.line1|addresses.work.city|addresses.work.state|addresses.work.postalCode|addresses.work.country|addresses.home.line1|addresses.home.city|addresses.home.postalCode|phones.fax|phones.work|phones.home|phones.mobile|email|additionalEmails|dateOfBirth|tags|notes|website',
  },
  {
    name: 'WooCommerce',
    headers:
      'ID|User Login|User Email|First Name|Last Name|Billing First Name|Billing Last Name|Billing Company|Billing Address 1|Billing Address 2|Billing City|Billing Postcode|Billing Country|Billing State|Billing Email|Billing Phone|Shipping Address 1|Shipping City|Shipping Postcode|Shipping Country|User Registered',
    rows: [
      '7|annl|ann@example.com|Ann|Lee|Ann|Lee|Acme|1 Main St|Apt 2|Reston|20190|US|VA|bill@example.com|2025550143|2 Oak St|Reston|20191|US|2023-05-06 07:08:09',
    ],
    paths:
      'externalId|-|email|firstName|lastName|-|-|organization|addresses.billing.line1|addresses.billing.line2|addresses.billing.city|addresses.billing.postalCode|addresses.billing.country|addresses.billing.state|billing.invoiceEmails|phones.other|addresses.delivery.line1|addresses.delivery.city|addresses.delivery.postalCode|addresses.delivery.country|registeredAt',
  },
  {
    name: 'a mailing list',
    headers:
      'Email Address|First Name|Last Name|Address|Phone Number|Birthday|Company|MEMBER_RATING|OPTIN_TIME|LATITUDE|LONGITUDE|TAGS',
    rows: [
      'ann@example.com|Ann|Lee|1 Main St|202-555-0143|05/12|Acme|2|2023-05-06 07:08:09|38.9|-77.3|"""vip"",""wine"""',
    ],
    paths: 'email|firstName|lastName|address.line1|phone|dateOfBirth|organization|-|registeredAt|-|-|tags',
  },
  {
    name: 'a bookkeeping export',
    headers:
      'Customer|Company|Street Address|City|State|Country|Zip|Phone|Email|Customer type|Attachments|Open Balance|Terms|Tax Resale Number|Notes',
    rows: ['Ann Lee|Acme|1 Main St|Reston|VA|USA|20190|202-555-0143|ann@example.com|Retail|0|12.00|Net 30||'],
    paths:
      'fullName|organization|address.line1|address.city|address.state|address.country|address.postalCode|phone|email|-|-|-|billing.paymentTerms|-|notes',
  },
  {
    name: 'a salon',
    headers:
      'Client Name|Mobile Number|Telephone|Email|Gender|Date of Birth|Added|Accepts marketing|Accepts SMS marketing|Blocked|No-Shows|Client Source|Address|Suburb|State|Post Code',
    rows: [
      'Ann Lee|+1 202 555 0143||ann@example.com|Female|12 Mar 1985|14 Feb 2020|Yes|No|No|0|Walk-in|1 Main St|Reston|VA|20190',
    ],
    paths:
      'fullName|phones.mobile|phone|email|gender|dateOfBirth|customerSince|consent.email|consent.sms|-|-|-|address.line1|address.city|address.state|address.postalCode',
  },
  {
    name: 'companies with somebody to ask for',
    headers:
      'Account|Contact person|Position|Phone|E-mail|Address|Town|County|Postcode|VAT No.|Sector|Website',
    rows: [
      'Acme Ltd|Ann Lee|Buyer|020 7946 0958|ann@example.com|1 High St|York|North Yorkshire|YO1 7HH|GB123456789|Food|acme.example.com',
    ],
    paths:
      'businessName|contact.name|contact.title|phone|email|address.line1|address.city|address.state|address.postalCode|taxId|industry|website',
  },
  {
    name: 'words run together',
    headers:
      'custid|firstname|lastname|emailaddress|phonenumber|streetaddress|zipcode|cityname|statecode|dateofbirth',
    rows: ['a1|Ann|Lee|ann@example.com|2025550143|1 Main St|20190|Reston|VA|1985-03-12'],
    paths:
      'externalId|firstName|lastName|email|phone|address.line1|address.postalCode|address.city|address.state|dateOfBirth',
  },
  {
    name: 'a Swedish list',
    headers:
      'Kundnummer|Förnamn|Efternamn|Företag|Adress|Postnummer|Ort|Land|Telefon|Mobil|E-post|Anteckningar',
    rows: ['12|Åsa|Öberg||Storgatan 1|111 22|Stockholm|Sverige|08-123 456|070-123 45 67|asa@example.com|'],
    paths:
      'number|firstName|lastName|organization|address.line1|address.postalCode|address.city|address.country|phone|phones.mobile|email|notes',
  },
  {
    name: 'a Polish list',
    headers:
      'Imię|Nazwisko|Nazwa firmy|Ulica|Kod pocztowy|Miasto|Telefon komórkowy|Adres e-mail|Data urodzenia|Uwagi|NIP',
    rows: ['Łukasz|Żak||Długa 1|00-001|Warszawa|601 234 567|l@example.com|1980-01-02||5261040828'],
    paths:
      'firstName|lastName|organization|address.line1|address.postalCode|address.city|phones.mobile|email|dateOfBirth|notes|taxId',
  },
]

describe('columns find their fields', () => {
  test.each(sheets)('$name', async ({ headers, rows, paths }) => {
    const names = headers.split('|')
    const found = await pathsOf(names, ...rows.map((row) => row.split('|')))
    const wanted = Object.fromEntries(
      names.flatMap((name, i) => (paths.split('|')[i] === '-' ? [] : [[name, paths.split('|')[i]]])),
    )

    expect(found).toEqual(wanted)
  })
})

test('values decide where the header misleads', async () => {
  expect(
    await pathsOf(
      ['Contact', 'Title', 'State', 'Type'],
      ['ann@example.com', 'Mrs.', 'enabled', 'EM'],
      ['bob@example.com', 'Mr', 'disabled', 'IN'],
    ),
  ).toEqual({ Contact: 'email', Title: 'salutation' })
})

test('a column of email addresses and one of names are known without any header that says so', async () => {
  expect(
    await pathsOf(
      ['Col A', 'Col B', 'Col C'],
      ['Ann Lee', 'ann@example.com', '+1 202 555 0143'],
      ['Bob Fox', 'bob@example.com', '+1 202 555 0144'],
    ),
  ).toEqual({ 'Col A': 'fullName', 'Col B': 'email', 'Col C': 'phone' })
})

test('what recurs says not who somebody is', async () => {
  const found = await pathsOf(
    ['Code', 'Name', 'Email'],
    ['A', 'Ann Lee', 'a@b.co'],
    ['A', 'Bob Fox', 'b@b.co'],
    ['B', 'Cy Ray', 'c@b.co'],
  )

  expect(found).toEqual({ Name: 'fullName', Email: 'email' })
})

test('unread columns are told by their own header with how often they are filled', async () => {
  const file = await opened('Name,Shoe size,Shoe size\nAnn Lee,38,\nBob Fox,n/a,41\n')

  expect(file.plan.unreadColumns).toEqual([
    { header: 'Shoe size', filled: 1 },
    { header: 'Shoe size (2)', filled: 1 },
  ])
})

test('columns that nobody named or filled are not told', async () => {
  const file = await opened('Name,Email,,,\nAnn Lee,a@b.co,,x,\n')

  expect(file.plan.unreadColumns).toEqual([{ header: 'Column 4', filled: 1 }])
})

test('a company alone is a business, a person with a company is a person in it', async () => {
  const rows = await rowsOf(
    'First name,Last name,Company,Email\nAnn,Lee,Acme,ann@example.com\n,,Acme,info@example.com\n',
  )

  expect(rows[0]?.fields).toMatchObject({
    type: 'personal',
    organizations: [{ name: 'Acme' }],
    email: 'ann@example.com',
  })
  expect(rows[1]?.fields).toMatchObject({ type: 'business', businessName: 'Acme', email: 'info@example.com' })
})

test('a type column overrules what the names say', async () => {
  const rows = await rowsOf(
    'Name,Type,Email\nAnn Lee,company,a@example.com\nAcme GmbH,person,b@example.com\nAcme GmbH,,c@example.com\n',
  )

  expect(rows.map((row) => [row.fields.type, row.fields.typeGiven, row.fields.businessName])).toEqual([
    ['business', true, 'Ann Lee'],
    ['personal', true, undefined],
    ['business', false, 'Acme GmbH'],
  ])
})

test('companies that recur row after row are those of the people beside them', async () => {
  const people = ['Ann Lee', 'Bo Ek', 'Cy Roy', 'Di Fox', 'Ed Kim', 'Flo Ray', 'Gus Orr', 'Ida Poe']
  const rows = await rowsOf(
    [
      'Company,Contact,Contact Title,Phone,Email,City',
      ...people.map(
        (name, i) => `${i < 5 ? 'Harbor Dental' : 'Kessler Arc'},${name},Buyer,,p${i}@example.com,Hull`,
      ),
    ].join('\n'),
  )

  expect(rows[7]?.fields).toMatchObject({
    type: 'personal',
    firstName: 'Ida',
    lastName: 'Poe',
    email: 'p7@example.com',
    organizations: [{ name: 'Kessler Arc', title: 'Buyer' }],
  })
})

test('the person of a company’s row is its contact', async () => {
  const fields = await firstOf(
    'Company,Contact Name,Contact Title,Phone,Fax\nAcme,Maria Anders,Owner,030-0074321,NULL\n',
    { context: { country: 'DE' } },
  )

  expect(fields).toMatchObject({
    type: 'business',
    businessName: 'Acme',
    contact: { firstName: 'Maria', lastName: 'Anders', title: 'Owner' },
    phones: [{ number: '+49300074321', kind: 'work' }],
  })
})
