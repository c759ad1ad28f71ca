export const contacts = {
  ofRowAbove: 'belongs to the row above',
  orders: 'Last order {{date}}, {{revenue}} in 6 months',
  more_one: 'Show {{count, number}} more',
  more_other: 'Show {{count, number}} more',
  loading: 'Loading contacts …',
  none: 'No contacts yet',
  add: 'Add contact',
  failed: 'The contacts could not be loaded.',
} as const
