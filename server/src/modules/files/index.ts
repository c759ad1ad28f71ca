// Files: bytes in a folder, what they are and whose in the database. Nothing is served as it came.
export { dropFile, keepFile, type StoredFile, storeFile } from './files.commands.ts'
export { sha256Of } from './files.queries.ts'
export { type FileDeps, fileRoutes } from './files.routes.ts'
export { makePhoto, PHOTO_TYPE } from './photo.ts'
export { folderStorage, type Storage } from './storage.ts'
export { sweepDaily } from './sweep.ts'
