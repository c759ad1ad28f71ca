// The sample business: made-up customers, apart from real ones and removable without a trace.
export { ensureSample, removeSample } from './sample.commands.ts'
export { sampleRoutes } from './sample.routes.ts'
