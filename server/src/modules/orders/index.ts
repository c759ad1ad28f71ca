// Orders: sales of any kind, whose they are, what they come to, and the figures that follow from them.

export type { OrderPart } from './bulk/change.rules.ts'
export { type ChangeOutcome, changeOrders, type OrderChanged } from './bulk/change-many.ts'
export { moveFigures } from './figures/figures.jobs.ts'
export { verifyFigures } from './figures/figures.verify.ts'
export { figureTasks, rewriteFigures } from './figures/rewrite.jobs.ts'
export { analyzeOrders, settleOrders } from './figures/statistics.ts'
export { generateOrders, madeUpOrder } from './generate/generate.ts'
export { moveOrders } from './orders.move.ts'
export { orderRoutes } from './orders.routes.ts'
export { receiptDeliveryRoutes } from './receipt/delivery/delivery.routes.ts'
export { receiptLetter } from './receipt/delivery/letter.ts'
