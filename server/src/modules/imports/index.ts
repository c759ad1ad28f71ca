// Imports: files of customers become customers, in the worker, batch by batch, with every exception named.
export { forgetOldImports, insertImport, runLater } from './imports.commands.ts'
export { importTasks, runImport } from './imports.jobs.ts'
export { onWire, readImport } from './imports.queries.ts'
export { importRoutes } from './imports.routes.ts'
export { mappingOf } from './imports.rules.ts'
export { type Kind, kinds } from './imports.schemas.ts'
export type { Mapping } from './mapping/canonical.ts'
export { storeFile } from './upload.ts'
