export const customers = {
  title: 'Customers',
  person: 'Person',
  business: 'Business',
} as const
