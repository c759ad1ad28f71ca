// One supervisor per data folder, held by something the kernel lets go of the moment the process dies, however it dies:
// there is no stale lock to judge, and two starts in the same instant cannot both win.
import { closeSync, constants, openSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'

export type Lock = { release(): void }

/** Null when another process has it. */
export function tryLock(folder: DataFolder): Promise<Lock | null> {
  return process.platform === 'linux' ? nameLock(folder) : fileLock(folder)
}

/** Linux: a name without a file ("abstract" socket), made from the folder's own number, whatever path leads to it. */
function nameLock(folder: DataFolder): Promise<Lock | null> {
  const { dev, ino } = statSync(folder.path)
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen({ path: `\0clientele-${dev}-${ino}`, exclusive: true }, () => {
      server.unref()
      resolve({ release: () => void server.close() })
    })
  })
}

/** macOS and Windows open a file exclusively: O_EXLOCK there, libuv's flag of that name here. */
async function fileLock(folder: DataFolder): Promise<Lock | null> {
  const exclusive = process.platform === 'win32' ? 0x1000_0000 : 0x20 | constants.O_NONBLOCK
  try {
    const file = openSync(join(folder.run, 'lock'), constants.O_RDWR | constants.O_CREAT | exclusive, 0o600)
    return { release: () => closeSync(file) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['EAGAIN', 'EWOULDBLOCK', 'EBUSY', 'EPERM', 'EACCES'].includes(code)) return null
    throw error
  }
}
