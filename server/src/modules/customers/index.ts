// Customers: people and companies in one. The record, its changes and its parts are here; search rows are their own capability.

export { visibleTo } from './customer.scope.ts'
export { customerRoutes } from './customers.routes.ts'
export { generateCustomers, settleCustomers } from './generate/generate.ts'
export { filterOf } from './list/list.filter.rules.ts'
export { matchingCustomers } from './list/list.queries.ts'
export { CustomerCountQuery } from './list/list.schemas.ts'
export { params, run } from './list/params.ts'
export { syncSearchLinks, writeSearch } from './search/search.commands.ts'
export { verifySearch } from './search/search.verify.ts'
