// The life of `serve`: the database, then the server and the worker in processes of their own; at the end the other way
// round. Everything that takes long at a start is done side by side.
import type { Config } from '../config.ts'
import { type Child, superviseChild } from './children.ts'
import { claimForServing } from './claim.ts'
import { warmCode } from './code-cache.ts'
import { type DataFolder, keptSecret, openDataFolder } from './data-folder.ts'
import { prepareDatabase } from './database.ts'
import { type House, openHouse, outsidePlace } from './house.ts'
import { logTo } from './log.ts'
import { loadRole, type Ready, type Role } from './roles.ts'
import { stopRequest } from './stop-request.ts'
import { ensureWebBuilt } from './web-build.ts'

export type ServeOptions = {
  readonly config: Config
  readonly only: Role | null
  readonly migrate: boolean
  readonly out: (line: string) => void
}

/** Resolves when it has been told to stop and nothing is left running. */
export async function superviseServe(options: ServeOptions): Promise<void> {
  const { config } = options
  const stop = stopRequest(config)
  const folder = openDataFolder(config.data)
  const claimed = claimForServing(folder)
  const lock = await Promise.race([claimed, stop.requested])
  if (lock === 'stop') return
  const house = await openHouse({
    config,
    folder,
    lock,
    kind: 'serve',
    command: 'serve',
    migrate: options.migrate,
  })
  const children: Children = {}
  try {
    const started = await Promise.race([
      startAll({ ...options, folder, house, children, signal: stop.signal }),
      stop.requested,
    ])
    if (started !== 'stop') await stop.requested
  } finally {
    house.beginToClose()
    await children.web?.stop()
    await children.worker?.stop()
    await house.close()
  }
}

type Children = { web?: Child; worker?: Child }

type Starting = ServeOptions & {
  readonly folder: DataFolder
  readonly house: House
  readonly children: Children
  readonly signal: AbortSignal
}

async function startAll(starting: Starting): Promise<void> {
  const { config, only, folder, house, children, signal } = starting
  const log = logTo(config)
  const onDown = (reason: string) => log('warn', `${reason}; it is started again`)
  const tellWorker = (up: boolean) => children.web?.post({ type: 'worker', up })
  let isWorkerUp = only === 'web'
  const webBuilt = only === 'worker' ? undefined : ensureWebBuilt({ signal })
  webBuilt?.catch(() => undefined)
  await warmCode(signal)
  if (signal.aborted) return
  if (only !== 'worker') {
    children.web = superviseChild({ role: 'web', folder, onDown, onUp: () => tellWorker(isWorkerUp) })
  }
  const noteWorker = (up: boolean) => {
    isWorkerUp = up
    tellWorker(up)
  }
  if (only !== 'web') {
    children.worker = superviseChild({
      role: 'worker',
      folder,
      onUp: () => noteWorker(true),
      onDown: (reason) => {
        noteWorker(false)
        onDown(reason)
      },
    })
  }
  const [database] = await Promise.all([house.database, webBuilt])
  const settings = { config, database, secret: config.secret ?? keptSecret(folder) }
  const [web] = await Promise.all([children.web?.begin(settings), children.worker?.begin(settings)])
  house.announce(web?.address ?? null)
  greet(starting, web ?? null)
}

/** One role in this very process, on a database of one's own: what a container runs, any number of them. */
export async function serveAlone(options: ServeOptions & { readonly only: Role }): Promise<void> {
  const { config, only } = options
  const database = outsidePlace(config)
  if (database === null) throw new Error('a role of its own needs DATABASE_URL')
  const stop = stopRequest(config)
  const secret = config.secret ?? keptSecret(openDataFolder(config.data))
  const [start] = await Promise.all([
    loadRole(only),
    prepareDatabase(database, { migrate: options.migrate, patienceMs: 8000 }),
    only === 'web' ? ensureWebBuilt({ signal: stop.signal }) : undefined,
  ])
  if (stop.signal.aborted) return
  const running = await start({ config, database, secret })
  running.noteWorker(true)
  greet(options, running)
  const end = await Promise.race([stop.requested, running.broken.then(() => 'broken' as const)])
  if (end === 'broken') throw new Error(`the ${only} process can no longer work and has to be started again`)
  await running.stop()
}

function greet({ out }: ServeOptions, web: Ready | null): void {
  const address = web?.address ?? null
  out(address === null ? "Clientele's worker is running" : `Clientele is running at ${address}`)
  if (web?.setupCode) out(`Set it up there; from another machine it asks for the code ${web.setupCode}`)
}
