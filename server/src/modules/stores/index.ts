// Stores: the locations of a merchant. Closed on a day, never deleted, because customers and orders belong to them.
export { namedStores } from './named-stores.ts'
export { createStore, ensureStores } from './stores.commands.ts'
export { storeRoutes } from './stores.routes.ts'
export type { NewStore } from './stores.schemas.ts'
