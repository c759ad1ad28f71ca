// The bell for open screens: rows written in the transaction that changed something, streamed as ids and kinds.
export { announce, forgetOldEvents } from './events.commands.ts'
export { eventRoutes } from './events.routes.ts'
