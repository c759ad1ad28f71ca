// Customers: people and companies in one. The record, its changes and its parts are here; search rows are their own capability.

export { customerColumns, customerFields } from './customer.fields.ts'
export type { Customer } from './customer.schemas.ts'
export { visibleTo } from './customer.scope.ts'
export { customerRoutes } from './customers.routes.ts'
export { generateCustomers, settleCustomers } from './generate/generate.ts'
export { filterOf } from './list/list.filter.rules.ts'
export { matchingCustomers } from './list/list.queries.ts'
export { CustomerCountQuery } from './list/list.schemas.ts'
export { params, run } from './list/params.ts'
export {
  type SavedCustomer,
  type Saving,
  type Staged,
  saveStaged,
  stageCustomers,
} from './many/many.commands.ts'
export { lockStanding, readStanding, type Standing } from './many/many.queries.ts'
export { analyzeCustomers } from './many/statistics.ts'
export { syncSearchLinks, writeSearch } from './search/search.commands.ts'
export { verifySearch } from './search/search.verify.ts'
export { emptyAddress } from './write/addresses.rules.ts'
export { type Draft, emptyDraft, type StoredPhone } from './write/draft.ts'
export { storedPhones } from './write/phones.rules.ts'
export { changeCustomer, createCustomer } from './write/write.commands.ts'
export { customerSince } from './write/write.rules.ts'
export type { CustomerWrite } from './write/write.schemas.ts'
