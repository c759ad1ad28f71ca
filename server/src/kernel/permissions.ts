// The one catalogue of permissions; also the scopes of API keys.
export const permissions = [
  'customers.read',
  'customers.write',
  'customers.delete',
  'customers.import',
  'customers.export',
  'orders.read',
  'orders.write',
  'tags.write',
  'stores.write',
  'attributes.write',
  'settings.read',
  'settings.write',
  'users.read',
  'users.write',
  'apiKeys.write',
] as const
export type Permission = (typeof permissions)[number]

const staff: readonly Permission[] = [
  'customers.read',
  'customers.write',
  'orders.read',
  'orders.write',
  'settings.read',
]
const manager: readonly Permission[] = [
  ...staff,
  'customers.delete',
  'customers.import',
  'customers.export',
  'tags.write',
  'stores.write',
  'attributes.write',
  'users.read',
]

/** The roles that every new merchant has, as rows. */
export const firstRoles = [
  { key: 'owner', name: 'Owner', permissions },
  { key: 'manager', name: 'Manager', permissions: manager },
  { key: 'staff', name: 'Staff', permissions: staff },
] as const

export const isPermission = (text: string): text is Permission =>
  (permissions as readonly string[]).includes(text)
