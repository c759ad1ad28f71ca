// The people of the organizations.
import type { CustomerWrite } from '../../customers/index.ts'
import { agreed, at, joined, mail, mobile, person, since, worksAt } from './forms.ts'
import { diets, phoneOf, type Say, tagNames } from './shop.ts'

export const contacts = (say: Say): CustomerWrite[] => {
  const tag = tagNames(say)
  const diet = diets(say)
  const manages = { isManager: true }
  return [
    person(1001, 'Ruth', 'Adeyemi', {
      ...worksAt('B-01', say('Office manager', 'Jefa de oficina'), manages),
      ...mobile(21),
      ...at('OP'),
      ...joined('2019-02-11'),
      email: mail('ruth.adeyemi'),
      tags: [tag.vip, tag.regular],
      notes: say('Calls on Mondays to confirm the numbers.', 'Llama los lunes para confirmar cuántos son.'),
    }),
    person(1002, 'Tomasz', 'Wójcik', {
      ...worksAt('B-01', say('Editor', 'Editor')),
      ...mobile(22),
      ...since('2021-06-03'),
      email: mail('tomasz.wojcik'),
      attributes: { diet: diet.vegetarian },
      preferredLanguage: 'pl',
    }),
    person(1003, 'Imani', 'Brooks', {
      ...worksAt('B-01', say('Accountant', 'Contable')),
      ...since('2022-01-20'),
      email: mail('imani.brooks'),
      phones: [{ kind: 'work', number: phoneOf(10), extension: '14' }],
    }),
    person(1004, 'Callum', 'Fraser', {
      ...worksAt('B-02', say('Captain', 'Capitán'), manages),
      ...mobile(23),
      ...at('EE'),
      ...since('2020-05-23'),
      email: mail('callum.fraser', 'org'),
      tags: [tag.large],
      attributes: { guestsExpected: 16 },
    }),
    person(1005, 'Priya', 'Raman', {
      ...worksAt('B-02', say('Treasurer', 'Tesorera')),
      ...mobile(24),
      ...since('2021-04-10'),
      email: mail('priya.raman', 'org'),
      attributes: { diet: diet.vegan },
    }),
    person(1006, 'Bernadette', 'Walsh', {
      ...worksAt('B-03', say('Head of kitchen', 'Jefa de cocina'), manages),
      ...mobile(25),
      ...at('MK'),
      ...since('2018-09-03'),
      salutation: 'Sr.',
      email: mail('bernadette.walsh', 'org'),
      tags: [tag.nuts],
    }),
    person(1007, 'Owen', 'Castellano', {
      ...worksAt('B-03', say('Bursar', 'Administrador')),
      ...since('2023-08-28'),
      email: mail('owen.castellano', 'org'),
    }),
    person(1008, 'Genevieve', 'Laurent', {
      ...worksAt('B-04', say('Head concierge', 'Jefa de conserjería'), manages),
      ...at('OP', 'MK'),
      ...joined('2021-01-15'),
      email: mail('genevieve.laurent'),
      phones: [
        { kind: 'work', number: phoneOf(13), extension: '2' },
        { kind: 'mobile', number: phoneOf(26), isPrimary: true },
      ],
      tags: [tag.vip],
      preferredLanguage: 'fr',
      notes: say(
        'Sends guests over; give them a window table.',
        'Nos envía huéspedes: darles mesa junto a la ventana.',
      ),
    }),
    person(1009, 'Mateo', 'Ibarra', {
      ...worksAt('B-04', say('Night manager', 'Encargado de noche')),
      ...mobile(27),
      ...since('2022-07-01'),
      email: mail('mateo.ibarra'),
      preferredLanguage: 'es',
    }),
    person(1010, 'Astrid', 'Holm', {
      ...worksAt('B-05', say('Partner', 'Socia'), manages),
      ...mobile(28),
      ...at('OP'),
      ...joined('2022-11-08'),
      ...agreed('2022-11-08'),
      email: mail('astrid.holm'),
      dateOfBirth: '--09-17',
      tags: [tag.birthday],
    }),
    person(1011, 'Desmond', 'Achebe', {
      ...worksAt('B-05', say('Project architect', 'Arquitecto de proyectos')),
      ...since('2024-01-12'),
      email: mail('desmond.achebe'),
    }),
    person(1012, 'Lorraine', 'Kessler', {
      ...worksAt('B-06', say('Chair', 'Presidenta'), manages),
      ...mobile(29),
      ...at('EE'),
      ...since('2023-03-30'),
      email: mail('lorraine.kessler', 'org'),
      tags: [tag.neighbor],
    }),
    person(1013, 'Felix', 'Marchetti', {
      ...worksAt('B-07', say('Artistic director', 'Director artístico'), manages),
      ...mobile(30),
      ...at('OP'),
      ...since('2019-10-19'),
      email: mail('felix.marchetti'),
      tags: [tag.press, tag.wine],
      attributes: { favoriteTable: say('Back room', 'Sala del fondo') },
    }),
    person(1014, 'Saoirse', 'Quinn', {
      ...worksAt('B-07', say('Stage manager', 'Regidora')),
      ...mobile(31),
      ...since('2021-09-25'),
      email: mail('saoirse.quinn'),
      attributes: { diet: diet.vegan },
    }),
    person(1015, 'Howard', 'Pike', {
      ...worksAt('B-08', say('Practice manager', 'Gerente'), manages),
      ...mobile(32),
      ...since('2024-02-06'),
      email: mail('howard.pike'),
    }),
    person(1016, 'Annika', 'Lindqvist', {
      ...worksAt('B-09', say('Owner', 'Propietaria'), manages),
      ...since('2024-06-17'),
      email: mail('annika.lindqvist', 'net'),
      phones: [{ kind: 'mobile', number: '+46701740605' }],
      nationality: 'SE',
      preferredLanguage: 'sv',
    }),
    person(1017, 'Rosario', 'Valdés Ortega', {
      ...worksAt('B-10', say('Sales', 'Ventas'), manages),
      ...mobile(33),
      ...since('2018-04-12'),
      email: mail('rosario.valdes'),
      tags: [tag.supplier],
      preferredLanguage: 'es',
    }),
    person(1018, 'Hank', 'Dunmore', {
      ...worksAt('B-11', say('Skipper', 'Patrón'), manages),
      ...mobile(34),
      ...since('2018-04-20'),
      email: null,
      tags: [tag.supplier],
    }),
    person(1019, '花子', '佐藤', {
      ...worksAt('B-12', say('Office manager', 'Jefa de oficina'), manages),
      ...mobile(35),
      ...at('EE'),
      ...since('2025-09-02'),
      email: mail('hanako.sato', 'net'),
      nationality: 'JP',
      preferredLanguage: 'ja',
    }),
    person(1020, '健', '中村', {
      ...worksAt('B-12', say('Engineer', 'Ingeniero')),
      ...since('2025-10-14'),
      email: mail('ken.nakamura', 'net'),
      preferredLanguage: 'ja',
    }),
    person(1021, 'Wren', 'Callahan', {
      organizations: [
        { number: 'B-06', title: say('Volunteer', 'Voluntaria'), isPrimary: true },
        { number: 'B-02', title: say('Coach', 'Entrenadora') },
      ],
      ...mobile(36),
      ...since('2023-05-05'),
      email: mail('wren.callahan', 'org'),
      tags: [tag.neighbor, tag.regular],
    }),
  ]
}
