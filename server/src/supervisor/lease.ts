// How a CLI command gets the database: its own (DATABASE_URL), that of the supervisor that runs, or by becoming the
// supervisor of the data folder for its own time.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { askForDatabase } from './control.ts'
import { openDataFolder } from './data-folder.ts'
import { type DatabasePlace, prepareDatabase } from './database.ts'
import { type House, openHouse, outsidePlace } from './house.ts'
import { tryLock } from './lock.ts'
import { stopRequest } from './stop-request.ts'

const PATIENCE_MS = 15_000
const INTERRUPTED = 130

type Use<T> = (place: DatabasePlace) => Promise<T>

export async function withDatabase<T>(config: Config, command: string, use: Use<T>): Promise<T> {
  const outside = outsidePlace(config)
  if (outside !== null) {
    await prepareDatabase(outside, { migrate: true, patienceMs: 0 })
    return use(outside)
  }
  const folder = openDataFolder(config.data)
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const lock = await tryLock(folder)
    if (lock !== null) {
      const house = await openHouse({ config, folder, lock, kind: 'command', command, migrate: true })
      return asOwner(config, house, use)
    }
    const lease = await askForDatabase(folder.control)
    if (lease !== null) return use(lease.place).finally(() => lease.release())
    if (Date.now() >= deadline) {
      throw new Error(`the data folder ${folder.path} is in use by a process that does not answer`)
    }
    await sleep(50)
  }
}

/** Others may have borrowed the database meanwhile: it stays for them, unless this command is told to stop. */
async function asOwner<T>(config: Config, house: House, use: Use<T>): Promise<T> {
  const stop = stopRequest(config)
  const work = house.database.then(use)
  work.catch(() => undefined)
  try {
    await Promise.race([work.then(() => house.idle()), stop.requested])
  } finally {
    house.beginToClose()
    await house.close()
  }
  if (stop.signal.aborted) process.exit(INTERRUPTED)
  return work
}
