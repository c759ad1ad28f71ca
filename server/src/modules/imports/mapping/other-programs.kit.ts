// For tests: the columns of other programs' exports, with a value and the field that each should find.

/** Columns as `header = path = value`, one a line; a path of `-` must stay unread. */
export const programs: Readonly<Record<string, string>> = {
  'HubSpot contacts': `
    Record ID = externalId = 251
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Email = email = ann@example.com
    Phone Number = phone = (202) 555-0143
    Mobile Phone Number = phones.mobile = +1 202 555 0144
    Contact owner = salesperson = Sam Fox
    Lead Status = - = Open
    Lifecycle Stage = - = Customer
    Create Date = customerSince = 2024-03-12 09:14
    Last Activity Date = lastActivityAt = 2024-05-12 10:00
    Associated Company = organization = Acme
    Job Title = organization.title = Buyer
    Street Address = address.line1 = 1 Main St
    City = address.city = Reston
    State/Region = address.state = VA
    Postal Code = address.postalCode = 20190
    Country/Region = address.country = United States
    Website URL = website = acme.example.com
    Marketing contact status = - = Marketing contact`,
  'Salesforce contacts': `
    Contact ID = externalId = 0035f00000A1b2CAAR
    Salutation = salutation = Ms.
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Title = organization.title = Buyer
    Account Name = organization = Acme
    Mailing Street = address.line1 = 1 Main St
    Mailing City = address.city = Reston
    Mailing State/Province = address.state = VA
    Mailing Zip/Postal Code = address.postalCode = 20190
    Mailing Country = address.country = United States
    Phone = phone = (202) 555-0143
    Mobile = phones.mobile = (202) 555-0144
    Fax = phones.fax = (202) 555-0145
    Email = email = ann@example.com
    Contact Owner = salesperson = Sam Fox
    Birthdate = dateOfBirth = 3/12/1985
    Email Opt Out = consent.email.optOut = 0
    Do Not Call = consent.call.optOut = 1
    Created Date = customerSince = 5/6/2023`,
  'Salesforce data loader': `
    Id = externalId = 0035f00000A1b2CAAR
    FirstName = firstName = Ann
    LastName = lastName = Lee
    Email = email = ann@example.com
    Phone = phone = 2025550143
    MobilePhone = phones.mobile = 2025550144
    HomePhone = phones.home = 2025550145
    MailingStreet = address.line1 = 1 Main St
    MailingCity = address.city = Reston
    MailingState = address.state = VA
    MailingPostalCode = address.postalCode = 20190
    MailingCountry = address.country = US
    Birthdate = dateOfBirth = 1985-03-12
    Description = notes = likes tea
    HasOptedOutOfEmail = consent.email.optOut = false
    CreatedDate = customerSince = 2023-05-06T07:08:09.000Z`,
  'Odoo contacts': `
    External ID = externalId = __export__.res_partner_14
    Name = fullName = Ann Lee
    Is a Company = type = False
    Company Name = organization = Acme
    Street = address.line1 = 1 Main St
    Street2 = address.line2 = Apt 2
    City = address.city = Reston
    State = address.state = Virginia (US)
    Zip = address.postalCode = 20190
    Country = address.country = United States
    Phone = phone = +1 202-555-0143
    Mobile = phones.mobile = +1 202-555-0144
    Email = email = ann@example.com
    Website = website = http://www.example.com
    Tax ID = taxId = US12345671
    Tags = tags = VIP,Wine
    Salesperson = salesperson = Mitchell Admin
    Reference = number = C-7
    Notes = notes = likes tea`,
  'Odoo, names of its fields': `
    id = externalId = 14
    name = fullName = Ann Lee
    street = address.line1 = 1 Main St
    street2 = address.line2 = Apt 2
    city = address.city = Reston
    zip = address.postalCode = 20190
    country_id = address.country = United States
    state_id = address.state = Virginia
    phone = phone = +1 202-555-0143
    mobile = phones.mobile = +1 202-555-0144
    email = email = ann@example.com
    vat = taxId = US12345671
    website = website = http://www.example.com
    comment = notes = likes tea
    ref = number = C-7`,
  'Zoho contacts': `
    Record Id = externalId = zcrm_4150868000000
    Contact Owner = salesperson = Sam Fox
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Account Name = organization = Acme
    Email = email = ann@example.com
    Phone = phone = 2025550143
    Home Phone = phones.home = 2025550144
    Mobile = phones.mobile = 2025550145
    Fax = phones.fax = 2025550146
    Date of Birth = dateOfBirth = 1985-03-12
    Email Opt Out = consent.email.optOut = false
    Created Time = customerSince = 2023-05-06 07:08:09
    Mailing Street = address.line1 = 1 Main St
    Mailing City = address.city = Reston
    Mailing State = address.state = VA
    Mailing Zip = address.postalCode = 20190
    Mailing Country = address.country = United States
    Description = notes = likes tea
    Tag = tags = VIP
    Secondary Email = additionalEmails = a2@example.com`,
  'Lightspeed X': `
    id = externalId = 06bf5374-3f6a-11ee-fae5-2b0b2b4f5a61
    customer_code = number = Ann-4F3K
    first_name = firstName = Ann
    last_name = lastName = Lee
    company_name = organization = Acme
    email = email = ann@example.com
    phone = phone = 2025550143
    mobile = phones.mobile = 2025550144
    fax = phones.fax = 2025550145
    website = website = example.com
    physical_address1 = address.line1 = 1 Main St
    physical_address2 = address.line2 = Apt 2
    physical_city = address.city = Reston
    physical_state = address.state = VA
    physical_postcode = address.postalCode = 20190
    physical_country_id = address.country = US
    postal_address1 = - = 2 Oak St
    customer_group_name = tags = VIP
    date_of_birth = dateOfBirth = 1985-03-12
    sex = gender = F
    note = notes = likes tea
    do_not_email = consent.email.optOut = 0
    account_balance = - = 0.00
    loyalty_balance = - = 12.50`,
  'Lightspeed R': `
    Customer ID = externalId = 12
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Title = salutation = Ms.
    Company = organization = Acme
    Customer Type = tags = Wholesale
    Home Phone = phones.home = 2025550143
    Work Phone = phones.work = 2025550144
    Mobile = phones.mobile = 2025550145
    Fax = phones.fax = 2025550146
    Email 1 = email = ann@example.com
    Email 2 = additionalEmails = a2@example.com
    Address 1 = address.line1 = 1 Main St
    Address 2 = address.line2 = Apt 2
    City = address.city = Reston
    State = address.state = VA
    Zip = address.postalCode = 20190
    Country = address.country = US
    Tags = tags = VIP
    Note = notes = likes tea`,
  'Toast guestbook': `
    Guest ID = externalId = 8b7e4a1c-1111
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Primary Email = email = ann@example.com
    Primary Phone = phone = 2025550143
    First Order Date = - = 05/06/2023
    Last Order Date = - = 06/07/2024
    Number of Orders = - = 7
    Average Spend Per Check = - = 23.50
    Lifetime Spend = - = 164.50
    Marketing Preference = consent.email = Subscribed
    Guest Tags = tags = VIP
    Birthday = dateOfBirth = 03-12-1985
    Notes = notes = window table`,
  'Clover customers': `
    Customer ID = externalId = 3Q9T2ZC4WEM6A
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Email Address = email = ann@example.com
    Phone Number = phone = 2025550143
    Address Line 1 = address.line1 = 1 Main St
    Address Line 2 = address.line2 = Apt 2
    City = address.city = Reston
    State = address.state = VA
    Zip = address.postalCode = 20190
    Country = address.country = US
    Customer Since = customerSince = 06-May-2023
    Marketing Allowed = consent.email = true
    Business Name = organization = Acme
    Birthday Month = dateOfBirth.month = 3
    Birthday Day = dateOfBirth.day = 12
    Birthday Year = dateOfBirth.year = 1985
    Note = notes = likes tea`,
  'Mailchimp audience': `
    Email Address = email = ann@example.com
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Address = address.line1 = 1 Main St
    Phone Number = phone = 2025550143
    Birthday = dateOfBirth = 03/12
    MEMBER_RATING = - = 2
    OPTIN_TIME = registeredAt = 2023-05-06 07:08:09
    OPTIN_IP = - = 192.0.2.1
    CONFIRM_TIME = registeredAt? = 2023-05-06 07:08:09
    LATITUDE = - = 38.9
    LONGITUDE = - = -77.3
    TIMEZONE = - = America/New_York
    CC = address.country = US
    REGION = address.state = VA
    LAST_CHANGED = - = 2023-05-06 07:08:09
    LEID = - = 123456
    EUID = externalId? = 0a1b2c3d4e
    NOTES = notes = likes tea
    TAGS = tags = vip`,
  'Google Contacts, German': `
    Vorname = firstName = Petra
    Zweiter Vorname = middleName = Maria
    Nachname = lastName = Müller
    Namenspräfix = salutation = Dr.
    Spitzname = nickname = Peti
    Name der Organisation = organization = Koch GmbH
    Position in der Organisation = organization.title = Einkauf
    Geburtstag = dateOfBirth = 1985-03-12
    Notizen = notes = mag Tee
    Labels = tags = VIP
    E-Mail 1 - Label = emails.1.kind = Arbeit
    E-Mail 1 - Wert = emails.1.value = petra@example.com
    Telefon 1 - Label = phones.1.kind = Mobil
    Telefon 1 - Wert = phones.1.number = 0171 2345678
    Adresse 1 - Straße = addresses.1.line1 = Hauptstr. 5
    Adresse 1 - Stadt = addresses.1.city = Dresden
    Adresse 1 - Region = addresses.1.state = Sachsen
    Adresse 1 - Postleitzahl = addresses.1.postalCode = 01067
    Adresse 1 - Land = addresses.1.country = Deutschland`,
  'Google Contacts, Spanish': `
    Nombre = firstName = María
    Segundo nombre = middleName = José
    Apellidos = lastName = García López
    Apodo = nickname = Mari
    Nombre de la organización = organization = Gil SL
    Cargo en la organización = organization.title = Compras
    Cumpleaños = dateOfBirth = 1985-03-12
    Notas = notes = prefiere tarde
    Etiquetas = tags = VIP
    Correo electrónico 1 - Etiqueta = emails.1.kind = Trabajo
    Correo electrónico 1 - Valor = emails.1.value = maria@example.com
    Teléfono 1 - Etiqueta = phones.1.kind = Móvil
    Teléfono 1 - Valor = phones.1.number = 612 345 678
    Dirección 1 - Calle = addresses.1.line1 = Calle Mayor 3
    Dirección 1 - Ciudad = addresses.1.city = Madrid
    Dirección 1 - Código postal = addresses.1.postalCode = 28001
    Dirección 1 - País = addresses.1.country = España`,
  'Google Contacts, French': `
    Prénom = firstName = Claire
    Nom de famille = lastName = Durand
    Surnom = nickname = Clairette
    Nom de l'organisation = organization = Lilas SARL
    Fonction = organization.title = Achats
    Anniversaire = dateOfBirth = 1985-07-14
    Notes = notes = préfère le soir
    Libellés = tags = VIP
    E-mail 1 - Libellé = emails.1.kind = Travail
    E-mail 1 - Valeur = emails.1.value = claire@example.com
    Téléphone 1 - Libellé = phones.1.kind = Mobile
    Téléphone 1 - Valeur = phones.1.number = 06 12 34 56 78
    Adresse 1 - Rue = addresses.1.line1 = 3 rue des Lilas
    Adresse 1 - Ville = addresses.1.city = Paris
    Adresse 1 - Code postal = addresses.1.postalCode = 75011
    Adresse 1 - Pays = addresses.1.country = France`,
  'Outlook, German': `
    Anrede = salutation = Frau
    Vorname = firstName = Petra
    Weitere Vornamen = middleName = Maria
    Nachname = lastName = Müller
    Firma = organization = Koch GmbH
    Position = organization.title = Einkauf
    Straße geschäftlich = addresses.work.line1 = Ring 1
    Ort geschäftlich = addresses.work.city = Berlin
    Postleitzahl geschäftlich = addresses.work.postalCode = 10115
    Land/Region geschäftlich = addresses.work.country = Deutschland
    Straße privat = addresses.home.line1 = Hauptstr. 5
    Ort privat = addresses.home.city = Dresden
    Postleitzahl privat = addresses.home.postalCode = 01067
    Fax geschäftlich = phones.fax = 030 123456
    Telefon geschäftlich = phones.work = 030 123457
    Telefon privat = phones.home = 0351 1234567
    Mobiltelefon = phones.mobile = 0171 2345678
    E-Mail-Adresse = email = petra@example.com
    E-Mail 2: Adresse = additionalEmails = p2@example.com
    Geburtstag = dateOfBirth = 12.3.1985
    Kategorien = tags = VIP
    Notizen = notes = mag Tee
    Webseite = website = http://example.com`,
  'a German sheet by hand': `
    Kdnr = number = 17
    Name, Vorname = fullName = Müller, Petra
    Strasse/Nr. = address.line1 = Hauptstr. 5
    PLZ = address.postalCode = 01067
    Wohnort = address.city = Dresden
    Tel. privat = phones.home = 0351 1234567
    Handynr. = phones.mobile = 0171 2345678
    Mailadresse = email = petra@example.com
    Geb.-Datum = dateOfBirth = 03.04.1975
    Stammkunde seit = customerSince = 01.02.2019
    Anmerkung = notes = mag Tee
    Newsletter ja/nein = consent.email = ja`,
  'a French sheet by hand': `
    Réf. client = number = A12
    Nom et prénom = fullName = Durand Claire
    Adresse (n° et rue) = address.line1 = 3 rue des Lilas
    CP = address.postalCode = 75011
    Ville = address.city = Paris
    Tél. fixe = phone = 01 42 34 56 78
    Tél. portable = phones.mobile = 06 12 34 56 78
    Mail = email = claire@example.com
    Né(e) le = dateOfBirth = 14/07/1985
    Client depuis = customerSince = 01/02/2019
    Commentaires = notes = préfère le soir
    Société = organization = Lilas SARL`,
  'a Spanish sheet by hand': `
    Nº cliente = number = 17
    Nombre y apellidos = fullName = María García López
    DNI/NIF = idNumber|taxId = 12345678Z
    Domicilio = address.line1 = Calle Mayor 3
    CP = address.postalCode = 28001
    Localidad = address.city = Madrid
    Provincia = address.state = Madrid
    Tfno. fijo = phone = 912345678
    Móvil = phones.mobile = 612345678
    E-mail = email = maria@example.com
    F. nacimiento = dateOfBirth = 21/05/1980
    Cliente desde = customerSince = 02/01/2020
    Comentarios = notes = prefiere tarde
    Acepta publicidad = consent.email = sí`,
  'an Italian sheet by hand': `
    Cod. cliente = number = 77
    Nominativo = fullName = Mario Rossi
    Via/Piazza = address.line1 = Via Roma 1
    CAP = address.postalCode = 20121
    Comune = address.city = Milano
    Provincia = address.state = MI
    Tel. casa = phones.home = 02 1234567
    Cell. = phones.mobile = 333 1234567
    Posta elettronica = email = mario@example.com
    Data nascita = dateOfBirth = 01/12/1980
    Cliente dal = customerSince = 05/06/2019
    Annotazioni = notes = preferisce sera
    P.IVA = taxId = 01234567890`,
  'a Portuguese sheet by hand': `
    Nº de cliente = number = 5
    Nome completo = fullName = João Silva
    Morada = address.line1 = Rua A 10
    Código Postal = address.postalCode = 1000-001
    Localidade = address.city = Lisboa
    País = address.country = Portugal
    Telemóvel = phones.mobile = 912 345 678
    Telefone fixo = phone = 213 123 456
    Correio eletrónico = email = joao@example.com
    Data de nasc. = dateOfBirth = 31/12/1979
    NIF = taxId = 123456789
    Cliente desde = customerSince = 05/06/2019
    Notas = notes = prefere tarde
    Aceita newsletter = consent.email = sim`,
  Squarespace: `
    Email = email = ann@example.com
    First Name = firstName = Ann
    Last Name = lastName = Lee
    Shipping Name = - = Ann Lee
    Shipping Address 1 = addresses.delivery.line1 = 1 Main St
    Shipping Address 2 = addresses.delivery.line2 = Apt 2
    Shipping City = addresses.delivery.city = Reston
    Shipping Zip = addresses.delivery.postalCode = 20190
    Shipping Province/State = addresses.delivery.state = VA
    Shipping Country = addresses.delivery.country = US
    Shipping Phone Number = phones.other = 2025550143
    Accepts Marketing = consent.email = true
    Mailing Lists = tags = News
    Order Count = - = 3
    Total Spent = - = 12.00`,
  'Stripe customers': `
    id = externalId = cus_9s6XKzkNRiz8i3
    Description = notes = likes tea
    Email = email = ann@example.com
    Name = fullName = Ann Lee
    Created (UTC) = customerSince = 2023-05-06 07:08
    Card Address Line1 = - = 1 Main St
    Address Line1 = address.line1 = 1 Main St
    Address City = address.city = Reston
    Address State = address.state = VA
    Address Postal Code = address.postalCode = 20190
    Address Country = address.country = US
    Phone = phone = 2025550143
    Total Spend = - = 12.00`,
}
