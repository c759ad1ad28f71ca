// Files: bytes in a folder or a bucket, what they are and whose in the database. Nothing is served as it came.
export { isUnavailable } from './bucket/refusals.ts'
export { dropFile, keepFile, type StoredFile, storeFile } from './files.commands.ts'
export { sha256Of } from './files.queries.ts'
export { type FileDeps, fileRoutes } from './files.routes.ts'
export { folderStorage } from './folder-storage.ts'
export { makePhoto, PHOTO_TYPE } from './photo.ts'
export { discard, openStorage } from './storage.ts'
export { sweepDaily } from './sweep.ts'
