// The entry of a child process. Plain JavaScript, so that Node's type stripper (20 MB) stays out of the process when all
// the code comes out of the cache.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/clientele/code', import.meta.url)))
const { runChild } = await import('./child.ts')
const { loadRole, roles } = await import('./roles.ts')
const role = process.argv[2]

if (role === 'warm') {
  await Promise.all(roles.map(loadRole))
  flushCompileCache()
} else runChild(role)
