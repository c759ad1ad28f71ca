// Exports: customers as files, written by the worker and readable while they grow.
export { forgetOldExports, recordExport } from './exports.commands.ts'
export { exportTasks } from './exports.jobs.ts'
export { exportRoutes } from './exports.routes.ts'
export { fileNameOf } from './file-name.rules.ts'
export { languageFor } from './plain/language.ts'
export { type Language, languages } from './plain/words.ts'
export { writeExport } from './write-export.ts'
