// Which screen somebody is on, by its address, for the help that belongs to it. Pure.

const screens = [
  ['dashboard', /^\/dashboard$/],
  ['list', /^\/customers$/],
  ['form', /^\/customers\/(new|[^/]+\/edit)$/],
  ['metrics', /^\/customers\/[^/]+\/metrics$/],
  ['reviews', /^\/customers\/[^/]+\/reviews$/],
  ['allReviews', /^\/reviews$/],
  ['record', /^\/customers\/[^/]+$/],
  ['orders', /^\/orders$/],
  ['order', /^\/orders\/[^/]+$/],
  ['start', /^\/start$/],
  ['imports', /^\/imports$/],
  ['import', /^\/imports\/[^/]+$/],
  ['exports', /^\/exports$/],
  ['business', /^\/settings\/business$/],
  ['tags', /^\/settings\/tags$/],
  ['stores', /^\/settings\/stores$/],
  ['outbox', /^\/settings\/outbox$/],
  ['account', /^\/settings\/account$/],
] as const

export type HelpScreen = (typeof screens)[number][0] | 'other'

export function helpScreenOf(pathname: string): HelpScreen {
  const path = pathname.replace(/(?<=.)\/$/, '')
  return screens.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other'
}
