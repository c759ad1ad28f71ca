// What every real list has: people on one phone, somebody entered twice, a name that fits nowhere, a tag too many.
import type { CustomerWrite } from '../../customers/index.ts'
import { at, home, joined, mail, mobile, person, since } from './forms.ts'
import { type Say, tagNames } from './shop.ts'

export const peculiar = (say: Say): CustomerWrite[] => [
  ...onOnePhone(say),
  ...enteredTwice(),
  person(4021, 'Maximilian Hubertus Ferdinand', 'von Hohenadlersberg-Waldenfels und zu Rosenthal-Lichtenau', {
    ...mobile(86),
    ...at('OP'),
    ...since('2024-09-28'),
    salutation: 'Dr.',
    email: mail('maximilian.hubertus.ferdinand.von.hohenadlersberg'),
    preferredLanguage: 'de',
  }),
  person(4022, 'Dolores', 'Prentiss', {
    ...mobile(87),
    ...home('73 Wharf Lane', '04101'),
    ...at('OP', 'EE', 'MK'),
    ...joined('2018-04-14'),
    email: mail('dolores.prentiss'),
    additionalEmails: [mail('dolly.prentiss', 'net')],
    dateOfBirth: '1963-12-01',
    tags: Object.values(tagNames(say)).filter((name) => name !== tagNames(say).supplier),
    notes: say('Knows everybody. Our first guest.', 'Conoce a todo el mundo. Nuestra primera clienta.'),
  }),
  person(4023, 'Banjo', null, { ...mobile(88), ...since('2025-07-19') }),
  person(4024, 'Gulliver', 'Penhallow', { ...since('2025-11-08') }),
]

const onOnePhone = (say: Say): CustomerWrite[] => [
  person(4001, 'Дмитрий', 'Соколов', {
    ...mobile(80),
    ...home('11 Salem Walk', '04102'),
    ...since('2020-11-04'),
    email: mail('dmitri.sokolov'),
    preferredLanguage: 'ru',
    notes: say('Shares the phone with Elena.', 'Comparte el teléfono con Elena.'),
  }),
  person(4002, 'Елена', 'Соколова', {
    ...mobile(80),
    ...home('11 Salem Walk', '04102'),
    ...since('2020-11-04'),
    email: mail('elena.sokolova'),
    preferredLanguage: 'ru',
  }),
  person(4003, 'Amara', 'Okafor', {
    ...mobile(81),
    ...at('EE'),
    ...since('2023-02-12'),
    email: mail('amara.okafor'),
  }),
  person(4004, 'Chidi', 'Okafor', { ...mobile(81), ...at('EE'), ...since('2023-02-12') }),
]

/** Three pairs: the same phone, the same email, nearly the same name at the same place. */
const enteredTwice = (): CustomerWrite[] => [
  person(4011, 'Katherine', 'O’Neill', {
    ...mobile(82),
    ...since('2021-10-01'),
    email: mail('katherine.oneill'),
  }),
  person(4012, 'Kathy', 'ONeill', { ...mobile(82), ...since('2024-05-20') }),
  person(4013, 'María', 'García López', {
    ...mobile(83),
    ...since('2022-12-06'),
    email: mail('maria.garcialopez'),
  }),
  person(4014, 'Maria', 'Garcia-Lopez', { ...since('2025-01-11'), email: mail('maria.garcialopez') }),
  person(4015, 'Jonathan', 'Petersen', {
    ...mobile(84),
    ...home('52 Danforth Close', '04101'),
    ...since('2020-09-12'),
  }),
  person(4016, 'Jonathan', 'Peterson', {
    ...mobile(85),
    ...home('52 Danforth Cl.', '04101'),
    ...since('2025-08-30'),
  }),
]
