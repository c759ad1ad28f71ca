// The made-up business itself: its name, stores, tags and custom attributes, in the language of whoever has it.
import type { NewCustomAttribute } from '../../attributes/index.ts'
import type { NewStore } from '../../stores/index.ts'
import type { NewTag } from '../../tags/index.ts'

/** Chooses between the languages that are shipped. */
export type Say = (english: string, spanish: string) => string

export const speaking =
  (locale: string): Say =>
  (english, spanish) =>
    /^es\b/i.test(locale) ? spanish : english

export const sampleName = (locale: string) => speaking(locale)('Sample Bistro', 'Bistró de ejemplo')

/** Numbers kept free for fiction: 555-0100 to 555-0199. */
export const phoneOf = (last: number) => `+12075550${String(100 + last)}`

const inPortland = (line1: string, postalCode: string) => ({
  line1,
  city: 'Portland',
  state: 'ME',
  postalCode,
  country: 'US',
})

export const stores = (say: Say): NewStore[] => [
  {
    name: 'Old Port',
    code: 'OP',
    phone: phoneOf(0),
    email: 'oldport@example.com',
    address: inPortland('12 Wharf Lane', '04101'),
  },
  {
    name: 'East End',
    code: 'EE',
    phone: phoneOf(1),
    email: 'eastend@example.com',
    address: inPortland('88 Congress Hill', '04101'),
  },
  {
    name: say('Market kitchen', 'Cocina del mercado'),
    code: 'MK',
    phone: phoneOf(2),
    email: 'kitchen@example.com',
    address: inPortland('3 Market Row', '04102'),
  },
]

/** Beside the three that every new business has. */
export const tagNames = (say: Say) => ({
  supplier: say('Supplier', 'Proveedor'),
  vip: 'VIP',
  family: say('Family member', 'Familiar'),
  regular: say('Regular', 'Habitual'),
  catering: 'Catering',
  wine: say('Wine club', 'Club de vinos'),
  gluten: say('Gluten free', 'Sin gluten'),
  nuts: say('Nut allergy', 'Alergia a frutos secos'),
  birthday: say('Birthday club', 'Club de cumpleaños'),
  news: say('Newsletter', 'Boletín'),
  press: say('Press', 'Prensa'),
  neighbor: say('Neighbor', 'Vecino'),
  large: say('Large parties', 'Grupos grandes'),
  account: say('House account', 'Cuenta de la casa'),
  delivery: say('Delivery', 'A domicilio'),
})

export const tags = (say: Say): NewTag[] => {
  const names = tagNames(say)
  return [
    { name: names.regular, color: 'teal' },
    { name: names.catering, color: 'orange' },
    { name: names.wine, color: 'grape' },
    { name: names.gluten, color: 'cyan' },
    { name: names.nuts, color: 'red' },
    { name: names.birthday, color: 'pink' },
    { name: names.news, color: 'gray' },
    { name: names.press, color: 'indigo' },
    { name: names.neighbor, color: 'green' },
    { name: names.large, color: 'violet' },
    { name: names.account, color: 'blue' },
    { name: names.delivery, color: 'lime' },
  ]
}

export const diets = (say: Say) => ({
  vegetarian: say('Vegetarian', 'Vegetariana'),
  vegan: say('Vegan', 'Vegana'),
  halal: 'Halal',
  kosher: 'Kosher',
})

export const attributes = (say: Say): NewCustomAttribute[] => [
  {
    key: 'diet',
    label: say('Diet', 'Dieta'),
    kind: 'choice',
    options: Object.values(diets(say)),
    filterable: true,
  },
  { key: 'favoriteTable', label: say('Favorite table', 'Mesa favorita'), kind: 'text' },
  {
    key: 'guestsExpected',
    label: say('Usual number of guests', 'Número habitual de comensales'),
    kind: 'number',
    filterable: true,
  },
]
