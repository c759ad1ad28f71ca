// A year of made-up sales up to now: regulars with their rhythms, some who stay away, newcomers, walk-ins, and what
// organizations have delivered.
import { randomOf } from '../../../kernel/random.ts'
import type { OrderLine } from '../../orders/index.ts'
import { momentAgo, noonAhead } from './opening-hours.ts'
import type { Say } from './shop.ts'

const TAX_PERCENT = 8

type Of = {
  readonly organizations: readonly string[]
  readonly people: readonly string[]
  readonly now: Date
  readonly timeZone: string
}

export function orders(say: Say, { organizations, people, now, timeZone }: Of): OrderLine[] {
  const random = randomOf('sample')
  const menu = menuOf(say)
  const made: OrderLine[] = []
  const clock = { now, timeZone, random }
  const moment = (days: number) => momentAgo(clock, days)
  const add = (more: Partial<OrderLine> & Pick<OrderLine, 'placedAt' | 'items'>) => {
    const net = (more.items ?? []).reduce(
      (sum, { quantity, unitAmount }) => sum + Number(quantity) * (unitAmount ?? 0),
      0,
    )
    const tax = Math.round((net * TAX_PERCENT) / 100)
    const no = made.length + 1
    made.push({
      source: 'sample',
      externalId: String(no),
      number: `S-${10_000 + no}`,
      kind: 'sale',
      status: 'completed',
      taxes: [{ name: say('Sales tax', 'Impuesto'), rate: '0.08', taxableAmount: net, amount: tax }],
      payments: [{ method: random.pick(['card', 'card', 'cash'] as const), amount: net + tax }],
      ...more,
    })
  }
  /** A dish stands on a bill once, however many had it. */
  const meal = () => {
    const dishes = new Set(Array.from({ length: random.between(1, 3) }, () => random.pick(menu.dishes)))
    return [...dishes].map(([name, unitAmount]) => ({ name, quantity: random.between(1, 2), unitAmount }))
  }
  const visit = (id: string | null, days: number) => {
    const placedAt = moment(days)
    add({
      placedAt,
      store: { code: random.pick(['OP', 'OP', 'EE', 'MK'] as const) },
      channel: random.pick(['pos', 'pos', 'pos', 'web', 'phone'] as const),
      items: meal(),
      ...(id !== null && { customer: { id } }),
      ...(random.chance(1 / 40) && {
        refunds: [{ amount: 200, reason: say('Wrong dish', 'Plato equivocado'), at: placedAt }],
      }),
    })
  }

  for (const [i, id] of people.entries()) for (const days of visitsOf(i)) visit(id, days)
  for (let days = 0; days < 60; days += 2) visit(null, days)
  for (const [i, id] of organizations.entries()) {
    const catering = (days: number, more: Partial<OrderLine>) =>
      add({
        placedAt: moment(days),
        kind: 'order',
        channel: 'catering',
        store: { code: 'MK' },
        customer: { id },
        items: [
          { name: menu.lunch, quantity: 8 + 2 * i, unitAmount: 1550 },
          { name: menu.platter, quantity: 1 + (i % 3), unitAmount: 6500 },
        ],
        payments: [],
        serviceChargeAmount: 2500,
        ...more,
      })
    // Two have not called for long.
    for (let months = i % 6 === 5 ? 5 : 0; months < 10; months++) catering(3 + i + months * 30, {})
    if (i % 4 === 0) catering(1, { status: 'confirmed', fulfilAt: noonAhead(clock, 2 + i) })
  }
  return made
}

/** Days ago of somebody's visits: every week, every two weeks, until a while ago, just once lately, long ago, never. */
function visitsOf(i: number): number[] {
  const every = (days: number, first: number, times: number) =>
    Array.from({ length: times }, (_, n) => first + n * days)
  if (i % 6 === 0) return every(7, i % 7, 14)
  if (i % 6 === 1) return every(14, i % 13, 9)
  if (i % 6 === 2) return every(12, 100 + (i % 20), 6)
  if (i % 6 === 3) return [i % 12]
  return i % 12 === 4 ? every(20, 400, 3) : []
}

const menuOf = (say: Say) => ({
  lunch: say('Lunch box', 'Menú para llevar'),
  platter: say('Sandwich platter', 'Bandeja de bocadillos'),
  dishes: [
    [say('Clam chowder', 'Sopa de almejas'), 950],
    [say('Lobster roll', 'Bocadillo de bogavante'), 2450],
    [say('Garden salad', 'Ensalada de la huerta'), 1150],
    [say('Haddock and chips', 'Merluza con patatas'), 1890],
    [say('Mushroom risotto', 'Risotto de setas'), 1750],
    [say('Blueberry pie', 'Tarta de arándanos'), 780],
    [say('House wine', 'Vino de la casa'), 850],
    [say('Coffee', 'Café'), 320],
  ] as const,
})
