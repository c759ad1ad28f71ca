// Reports: what the owner looks at, from figures that are kept where their sources change.
export { summaryRoutes } from './summary.routes.ts'
