// Orders: sales of any kind, whose they are, what they come to, and the figures that follow from them.
export { moveFigures } from './figures/figures.jobs.ts'
export { verifyFigures } from './figures/figures.verify.ts'
export { figureTasks, rewriteFigures } from './figures/rewrite.jobs.ts'
export { orderRoutes } from './orders.routes.ts'
