// Guests from elsewhere: other languages, scripts and countries.
import type { CustomerWrite } from '../../customers/index.ts'
import { at, home, joined, mail, mobile, person, since } from './forms.ts'
import { diets, type Say, tagNames } from './shop.ts'

export const fromElsewhere = (say: Say): CustomerWrite[] => {
  const tag = tagNames(say)
  const diet = diets(say)
  return [
    person(3001, 'ليلى', 'حداد', {
      ...mobile(70),
      ...at('OP'),
      ...joined('2021-02-19'),
      email: mail('layla.haddad'),
      preferredLanguage: 'ar',
      tags: [tag.vip],
      attributes: { diet: diet.halal },
    }),
    person(3002, 'يوسف', 'المنصوري', {
      ...mobile(71),
      ...home('26 Spring Garden', '04101'),
      ...since('2023-01-28'),
      email: mail('yousef.almansoori', 'net'),
      preferredLanguage: 'ar',
      attributes: { diet: diet.halal },
    }),
    person(3003, 'נועה', 'ברק', {
      ...mobile(72),
      ...at('EE'),
      ...since('2022-04-15'),
      email: mail('noa.barak'),
      preferredLanguage: 'he',
      attributes: { diet: diet.kosher },
    }),
    person(3004, '伟', '陈', {
      ...mobile(73),
      ...at('OP'),
      ...joined('2020-01-24'),
      email: mail('wei.chen'),
      preferredLanguage: 'zh-CN',
      tags: [tag.regular],
    }),
    person(3005, '민준', '김', {
      ...mobile(74),
      ...since('2024-03-01'),
      email: mail('minjun.kim'),
      preferredLanguage: 'ko',
    }),
    person(3006, 'Ελένη', 'Παπαδοπούλου', {
      ...mobile(75),
      ...at('MK'),
      ...since('2021-03-25'),
      email: mail('eleni.p', 'org'),
      preferredLanguage: 'el',
    }),
    person(3007, 'अनन्या', 'शर्मा', {
      ...mobile(76),
      ...joined('2025-04-12'),
      email: mail('ananya.sharma'),
      preferredLanguage: 'hi',
      attributes: { diet: diet.vegetarian },
    }),
    person(3008, 'Nguyễn', 'Thị Hạnh', {
      ...mobile(77),
      ...since('2022-02-01'),
      email: mail('hanh.nguyen'),
      preferredLanguage: 'vi',
    }),
    person(3009, 'Şebnem', 'Çelik', {
      ...mobile(78),
      ...at('EE'),
      ...since('2023-10-29'),
      email: mail('sebnem.celik'),
      preferredLanguage: 'tr',
      tags: [tag.wine],
    }),
    person(3010, 'Þórdís', 'Guðmundsdóttir', {
      ...mobile(79),
      ...since('2024-06-17'),
      email: mail('thordis.g', 'net'),
      preferredLanguage: 'is',
    }),
    person(3011, 'Imogen', 'Thackeray', {
      phones: [{ kind: 'home', number: '+442079460123' }],
      ...home('31 Larkspur Mews', 'NW1 8QT', { city: 'London', state: null, country: 'GB' }),
      ...since('2023-07-22'),
      email: mail('imogen.thackeray'),
      nationality: 'GB',
      notes: say('Here every summer, from July to September.', 'Viene cada verano, de julio a septiembre.'),
    }),
    person(3012, 'Étienne', 'Moreau', {
      phones: [{ kind: 'home', number: '+33199001234' }],
      ...home('6 rue des Tilleuls', '75011', { city: 'Paris', state: null, country: 'FR' }),
      ...since('2024-08-03'),
      email: mail('etienne.moreau'),
      nationality: 'FR',
      preferredLanguage: 'fr',
    }),
    person(3013, 'Jürgen', 'Weiß', {
      phones: [{ kind: 'home', number: '+493023125123' }],
      ...home('Lindenstraße 12', '10969', { city: 'Berlin', state: null, country: 'DE' }),
      ...since('2025-05-10'),
      email: mail('juergen.weiss', 'org'),
      nationality: 'DE',
      preferredLanguage: 'de',
    }),
    person(3014, 'Matilda', 'Kerr', {
      phones: [{ kind: 'mobile', number: '+61491570156' }],
      ...home('4 Banksia Parade', '2010', { city: 'Sydney', state: 'NSW', country: 'AU' }),
      ...since('2025-12-27'),
      email: mail('matilda.kerr'),
      nationality: 'AU',
    }),
  ]
}
