// Twelve made-up organizations; the people who belong to them are in contacts.ts.
import type { CustomerWrite } from '../../customers/index.ts'
import { at, home, mail, since } from './forms.ts'
import { phoneOf, type Say, tagNames } from './shop.ts'

const organization = (number: string, businessName: string, more: CustomerWrite): CustomerWrite => ({
  type: 'business',
  number,
  businessName,
  ...more,
})

const office = (last: number): Pick<CustomerWrite, 'phones'> => ({
  phones: [{ kind: 'work', number: phoneOf(last) }],
})

export const organizations = (say: Say): CustomerWrite[] => {
  const tag = tagNames(say)
  return [
    organization('B-01', 'Northlight Press', {
      ...office(10),
      ...home('40 Exchange Yard', '04101', { line2: 'Floor 3' }),
      ...at('OP'),
      ...since('2019-02-11'),
      email: mail('northlight'),
      website: 'https://northlight.example.com',
      industry: say('Publishing', 'Editorial'),
      tags: [tag.catering, tag.account],
      notes: say(
        'Lunch for about 25 on the first Thursday of the month. Always a vegetarian option.',
        'Comida para unas 25 personas el primer jueves de mes. Siempre una opción vegetariana.',
      ),
      billing: {
        onAccount: true,
        requirePurchaseOrder: true,
        paymentTerms: say('30 days', '30 días'),
        creditLimit: { amount: 250_000 },
        invoiceEmails: [mail('northlight.accounts')],
      },
    }),
    organization('B-02', 'Casco Bay Rowing Club', {
      ...office(11),
      ...home('1 Boathouse Road', '04103'),
      ...at('EE'),
      ...since('2020-05-23'),
      email: mail('hello.rowing', 'org'),
      industry: say('Sports club', 'Club deportivo'),
      tags: [tag.large, tag.catering],
      billing: { discountPercent: 5 },
    }),
    organization('B-03', 'St. Brigid’s School', {
      ...office(12),
      ...home('215 Chapel Street', '04102'),
      ...at('MK'),
      ...since('2018-09-03'),
      email: mail('kitchen.stbrigids', 'org'),
      industry: say('Education', 'Educación'),
      taxExempt: true,
      taxId: 'EX-00-5501',
      tags: [tag.catering, tag.nuts],
      notes: say('No nuts in anything that goes to the school.', 'Nada con frutos secos para el colegio.'),
      billing: { onAccount: true, requirePurchaseOrder: true, paymentTerms: say('14 days', '14 días') },
    }),
    organization('B-04', 'Harborview Hotel', {
      ...office(13),
      ...home('7 Custom House Square', '04101'),
      ...at('OP', 'MK'),
      ...since('2021-01-15'),
      email: mail('concierge.harborview'),
      website: 'https://harborview.example.com',
      industry: say('Hotel', 'Hotel'),
      tags: [tag.vip, tag.account],
      billing: {
        onAccount: true,
        discountPercent: 10,
        noMinimumOrder: true,
        creditLimit: { amount: 800_000 },
      },
    }),
    organization('B-05', 'Pine & Anchor Architects', {
      ...office(14),
      ...home('18 Ropewalk', '04101', { line2: 'Suite 5' }),
      ...at('OP'),
      ...since('2022-11-08'),
      email: mail('studio.pineanchor'),
      industry: say('Architecture', 'Arquitectura'),
      tags: [tag.catering],
    }),
    organization('B-06', 'Friends of the Eastgate Library', {
      ...office(15),
      ...home('302 Eastgate Avenue', '04103'),
      ...at('EE'),
      ...since('2023-03-30'),
      email: mail('friends.eastgate', 'org'),
      industry: say('Charity', 'Asociación benéfica'),
      taxExempt: true,
      tags: [tag.neighbor],
    }),
    organization('B-07', 'Blue Heron Theater', {
      ...office(16),
      ...home('64 Lantern Street', '04101'),
      ...at('OP'),
      ...since('2019-10-19'),
      email: mail('box.blueheron'),
      industry: say('Theater', 'Teatro'),
      tags: [tag.large, tag.press],
      notes: say(
        'Premiere nights: twelve covers after 10 pm, keep the back room.',
        'Noches de estreno: doce cubiertos después de las 22 h, reservar la sala del fondo.',
      ),
    }),
    organization('B-08', 'Maple Street Dental', {
      ...office(17),
      ...home('9 Maple Street', '04102'),
      ...at('MK'),
      ...since('2024-02-06'),
      email: mail('desk.mapledental'),
      industry: say('Health', 'Salud'),
      billing: {
        onAccount: true,
        onHold: true,
        invoiceNotes: say('Two invoices open', 'Dos facturas pendientes'),
      },
    }),
    organization('B-09', 'Lindqvist Båtvarv AB', {
      phones: [{ kind: 'work', number: '+4684650041' }],
      ...home('Kajvägen 4', '111 29', { city: 'Stockholm', state: null, country: 'SE' }),
      ...at('OP'),
      ...since('2024-06-17'),
      email: mail('info.lindqvist', 'net'),
      industry: say('Boat building', 'Astillero'),
      preferredLanguage: 'sv',
    }),
    organization('B-10', 'Valle Verde Imports', {
      ...office(18),
      ...home('500 Terminal Way', '04102', { line2: 'Dock 9' }),
      ...at('MK'),
      ...since('2018-04-12'),
      email: mail('orders.valleverde'),
      industry: say('Wine and olive oil', 'Vino y aceite'),
      preferredLanguage: 'es',
      tags: [tag.supplier, tag.wine],
    }),
    organization('B-11', 'Tidewater Oysters', {
      ...office(19),
      ...home('Pier 2', '04101'),
      ...at('MK'),
      ...since('2018-04-20'),
      email: mail('boat.tidewater'),
      industry: say('Seafood', 'Pescado y marisco'),
      tags: [tag.supplier],
      notes: say('Delivers Tuesdays and Fridays before 8 am.', 'Entrega martes y viernes antes de las 8.'),
    }),
    organization('B-12', '北斗ロボティクス', {
      ...office(20),
      ...home('77 Foundry Court', '04103'),
      ...at('EE'),
      ...since('2025-09-02'),
      email: mail('info.hokuto', 'net'),
      website: 'https://hokuto.example.net',
      industry: say('Engineering', 'Ingeniería'),
      preferredLanguage: 'ja',
      tags: [tag.catering],
    }),
  ]
}
