// A merchant's own settings, who works there, and what each of them likes to see.
export { merchantRoutes } from './merchants.routes.ts'
export { merchantTasks, rewriteOutdatedSearch } from './search-rewrite.jobs.ts'
export { readMerchant } from './settings.queries.ts'
