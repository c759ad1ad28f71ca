// Exports: customers as files, written by the worker and readable while they grow.
export { forgetOldExports, recordExport } from './exports.commands.ts'
export { exportTasks } from './exports.jobs.ts'
export { exportRoutes } from './exports.routes.ts'
export { fileNameOf } from './file-name.rules.ts'
export { writeExport } from './write-export.ts'
