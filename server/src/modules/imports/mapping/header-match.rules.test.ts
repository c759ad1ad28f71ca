import { describe, expect, test } from 'vitest'
import { matchHeader } from './header-match.rules.ts'

/** By path: headers as programs and people write them, in any language. */
const cases: Readonly<Record<string, string>> = {
  firstName:
    'First Name|first_name|FirstName|firstname|FIRST NAME*|Customer First Name|customer_firstname|Given Name|Forename|Vorname|Prénom|Prénom du client|Voornaam|Primeiro nome|Client: First name|fname|Nombre de pila|Billing First Name',
  lastName:
    'Last Name|last_name|LastName|Surname|Family name|Customer Last Name|Nachname|Familienname|Apellidos|Apellido|Apellidos del cliente|Cognome|Nom de famille|Achternaam|Sobrenome|Efternamn|Etternavn|Nazwisko|Příjmení',
  fullName:
    'Full Name|Customer Name|Client Name|Nombre del cliente|Nombre completo|Nombre y apellidos|Nom complet|Nom du client|Nome completo|Nome e cognome|Volledige naam|Kundenname|Vor- und Nachname|Guest name|customer_name|CustomerName|Customer|Imię i nazwisko|ФИО',
  '~name': 'Name|Nombre|Nom|Nome|Naam|Namn',
  '~company':
    'Company|Company Name|companyName|COMPANY_NAME|Business name|Organization|Organisation|Firma|Firmenname|Unternehmen|Empresa|Razón social|Société|Raison sociale|Entreprise|Azienda|Ragione Sociale|Bedrijf|Bedrijfsnaam|Nom de l’entreprise|Customer Company|Account Name|Företag',
  '~contact':
    'Contact|Contact Name|contactName|Contact person|Ansprechpartner|Persona de contacto|Nom du contact|Contactpersoon|Referente',
  email:
    'Email|E-mail|e-mail|EMAIL ADDRESS|Email Address|E-Mail-Adresse|Mail|Customer Email|customer_email|Correo electrónico|Correo|Courriel|Adresse e-mail|Indirizzo email|E-mailadres|E-postadress|Email (required)|Primary Email|Work Email|emailAddress|Adresse électronique|Correo electrónico del cliente|Endereço de e-mail|メールアドレス',
  additionalEmails: 'Email 2|Secondary Email|Alternate email|Other Email|E-mail 2 Address',
  phone:
    'Phone|Phone Number|phone_number|Telephone|Tel|Tel.|Tel. No.|Telefon|Telefonnummer|Teléfono|Teléfono fijo|Téléphone|Numéro de téléphone|Telefono|Telefone|Telefoon|Telefoonnummer|Customer Phone|Primary Phone|Phone 1|Contact Number|Rufnummer|Nº de teléfono|電話番号|Phone No.',
  'phones.mobile':
    'Mobile|Mobile Phone|Cell|Cell Phone|Mobile Number|Handy|Handynummer|Mobil|Mobiltelefon|Móvil|Tel. móvil|Teléfono móvil|Celular|Portable|Téléphone portable|Tél. mobile|Cellulare|Telemóvel|Mobiel|Mobile no.|Customer Mobile|WhatsApp',
  'phones.work':
    'Work Phone|Business Phone|Office Phone|Téléphone professionnel|Telefon geschäftlich|Teléfono de trabajo|Work Telephone',
  'phones.home': 'Home Phone|Home Telephone|Telefon privat|Teléfono de casa|Téléphone domicile|Phone (home)',
  'phones.fax': 'Fax|Fax Number|Telefax|Faxnummer|Télécopie|Business Fax',
  dateOfBirth:
    'Birthday|Date of Birth|DOB|D.O.B.|Birth date|birth_date|Geburtsdatum|Geburtstag|Fecha de nacimiento|F. Nacimiento|Date de naissance|Né le|Data di nascita|Data de nascimento|Geboortedatum|Cumpleaños|Birthday (MM/DD)|Customer Birthday|Födelsedatum|Data urodzenia',
  'address.line1':
    'Address|Address 1|Address Line 1|Street|Street Address|address1|Straße|Strasse|Anschrift|Straße und Hausnummer|Dirección|Calle|Domicilio|Adresse|Rue|Indirizzo|Via|Endereço|Rua|Morada|Adres|Straat|Mailing Address|Customer Address|Gatuadress|Ulica',
  'address.line2':
    'Address 2|Address Line 2|address2|Apt|Suite|Adresszusatz|Complément d’adresse|Dirección 2|Apartment, suite, etc.',
  'address.city':
    'City|Town|City/Town|Suburb|Ort|Stadt|Wohnort|Ciudad|Población|Localidad|Municipio|Ville|Commune|Città|Comune|Cidade|Plaats|Woonplaats|Customer City|Miasto|Stad',
  'address.state':
    'State|Province|State/Province|State / Region|Region|County|Bundesland|Kanton|Provincia|Estado|Région|Departement|Provincie|State Code|UF',
  'address.postalCode':
    'Zip|ZIP Code|Zip/Postal Code|Postal Code|postal_code|Postcode|Post Code|PLZ|Postleitzahl|Código postal|C.P.|CP|Code postal|CAP|Codice postale|CEP|Postnummer|Kod pocztowy|Customer Zip',
  'address.country':
    'Country|Country/Region|Country Code|Land|País|Pays|Paese|Nazione|Customer Country|Kraj państwo|国',
  'addresses.billing.line1':
    'Billing Address|Billing Address 1|billing_street|Rechnungsadresse|Dirección de facturación|Adresse de facturation|Bill To Address|Factuuradres',
  'addresses.billing.city': 'Billing City|Rechnungsort|Ciudad de facturación',
  'addresses.billing.postalCode': 'Billing Zip|BillingPostalCode|Rechnungs-PLZ|Billing Postcode',
  'addresses.delivery.line1':
    'Shipping Address|Delivery Address|shipping_address_1|Lieferadresse|Dirección de entrega|Adresse de livraison|Ship To Street|Bezorgadres',
  'addresses.delivery.postalCode': 'Shipping Zip|shipPostalCode|Liefer-PLZ|Delivery Postcode',
  'addresses.delivery.country': 'Shipping Country|Delivery Country|Lieferland',
  number:
    'Customer Number|Customer No.|Customer #|Kundennummer|Kunden-Nr.|KdNr|Número de cliente|Nº cliente|Código cliente|Numéro client|Codice cliente|Klantnummer|Account Number|Customer code|Debitor',
  externalId:
    'ID|Customer ID|customer_id|CustomerId|Client ID|Record ID|Contact ID|UUID|Kunden-ID|ID cliente',
  notes:
    'Notes|Note|Comments|Memo|Remarks|Bemerkungen|Notizen|Observaciones|Comentarios|Commentaires|Remarques|Osservazioni|Opmerkingen|Customer Notes|Internal Notes|Anteckningar',
  tags: 'Tags|Labels|Groups|Customer Group|Categories|Etiquetas|Étiquettes|Kategorie|Gruppe|Categoría|Group Membership|Segment',
  gender: 'Gender|Sex|Geschlecht|Sexo|Genre|Sesso|Geslacht|Género|Kön',
  taxId:
    'Tax ID|VAT|VAT Number|VAT No.|USt-IdNr.|USt-ID|NIF|CIF/NIF|CIF|RFC|N° TVA|Numéro de TVA|Partita IVA|P.IVA|BTW-nummer|ABN|Tax Number',
  website: 'Website|Web site|URL|Homepage|Site web|Página web|Sitio web|Sito web|Webseite',
  salutation: 'Salutation|Prefix|Anrede|Civilité|Tratamiento|Aanhef|Name Prefix',
  'organization.title': 'Job Title|Position|Role|Cargo|Puesto|Fonction|Poste|Ruolo|Functie|Funktion|JobTitle',
  preferredLanguage: 'Language|Preferred Language|Sprache|Idioma|Langue|Lingua|Taal|Locale',
  customerSince:
    'Created|Created At|Create Date|Date Created|Customer since|Member since|Date Added|Kunde seit|Erstellt am|Fecha de alta|Cliente desde|Date de création|Klant sinds|created_at|First Visit',
  'consent.email':
    'Accepts Marketing|Accepts Email Marketing|Email Opt-in|Newsletter|Subscribed|Email Subscription Status|Marketing consent|Acepta marketing|Newsletter abonniert|Opt-in',
  'consent.sms': 'Accepts SMS Marketing|SMS Opt-in|SMS Consent|SMS Marketing Status',
  'consent.call.optOut': 'Do Not Call|No llamar',
  'consent.email.optOut': 'Unsubscribed|Email Opt Out|Do Not Email',
  taxExempt: 'Tax Exempt|tax_exempt|Exento de IVA|Steuerbefreit',
  status: 'Status|Active|Customer Status|Estado del cliente|Is Active',
  nationality: 'Nationality|Nacionalidad|Nationalität|Nationalité|Staatsangehörigkeit',
  idNumber: 'ID Number|Passport Number|DNI|Documento de identidad|Codice fiscale|CPF|Ausweisnummer',
  salesperson: 'Salesperson|Sales Rep|Account Manager|Contact owner|Vendedor|Commercial|Verkäufer',
  stores: 'Store|Location|Branch|Filiale|Tienda|Sucursal|Magasin|Home Store|Winkel',
  'billing.paymentTerms':
    'Payment Terms|Terms|Zahlungsbedingungen|Condiciones de pago|Conditions de paiement',
  'billing.creditLimit': 'Credit Limit|Límite de crédito|Kreditlimit',
  'billing.discountPercent': 'Discount|Discount %|Rabatt|Descuento',
  'contact.email': 'Contact Email|contact_email|Contact e-mail address',
  'contact.firstName': 'Contact First Name|contact_first_name|Kontakt Vorname',
  'contact.phone': 'Contact Phone|Contact Phone Number|contact_phone',
  gateCode: 'Gate Code|Door code|Digicode|Código de acceso',
}

describe('a header means its path', () => {
  for (const [path, headers] of Object.entries(cases)) {
    test(path, () => {
      const wrong = headers.split('|').filter((header) => matchHeader(header)?.path !== path)

      expect(wrong.map((header) => `${header}: ${matchHeader(header)?.path ?? 'nothing'}`)).toEqual([])
    })
  }
})

const unread =
  'Total Spent|Total Orders|Lifetime Spend|Transaction Count|Last Visit|Last Order Date|Email verified|Phone verified|Email count|Points|Loyalty points|Point balance|Gift Card Number|Cash balance|' +
  'Email bounced|Photo|Avatar URL|Latitude|Longitude|Number of visits|Last modified|Updated At|Lead Score|IP Address|Product name|Event name|Pet name|Spouse name|Emergency contact phone|Order number|' +
  'Phonetic First Name|Instant Profile|Creation Source|Password|Last order total|Average order value|City tax rate|Account balance|Invoice number|Email sent date'

test('what is of something else stays unread', () => {
  const taken = unread.split('|').filter((header) => matchHeader(header) !== null)

  expect(taken.map((header) => `${header}: ${matchHeader(header)?.path}`)).toEqual([])
})

test('a metafield column goes by the words before its key', () => {
  expect(matchHeader('Fecha de nacimiento (customer.metafields.facts.birth_date)')?.path).toBe('dateOfBirth')
})
