// Bulk actions: one thing done to many customers, in steps that a killed worker resumes, with an undo.
export { forgetOldResults } from './bulk.commands.ts'
export { bulkTasks } from './bulk.jobs.ts'
export { bulkRoutes } from './bulk.routes.ts'
export { tagRemoval } from './tag-removal.ts'
