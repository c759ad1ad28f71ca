// How PostgreSQL is started: never as root (it refuses), and never outliving us (on Linux the kernel tells it to stop when
// we die). As root it runs in a user namespace in which root has another number, so its files stay root's and a clone
// under /root works; where namespaces are forbidden, as another user of this machine.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Launcher = {
  /** What stands in front of the program; the signal is the one sent to it when this process dies. */
  readonly prefix: (signalOnDeath: 'INT' | 'KILL') => readonly string[]
  /** The user that must own the database's folder, when it is not the one we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

type Tools = Readonly<Record<string, string>>

/** The owner of a database that is there already, if somebody else than root, is who runs it. */
export function chooseLauncher(env: Tools, madeBy: Launcher['owner'] = null): Launcher {
  if (process.platform !== 'linux') return refuseRoot({ prefix: () => [], owner: null })
  const hasSetpriv = works(env, 'setpriv', ['--pdeathsig', 'INT', 'true'])
  const setpriv = (signal: string, ...options: string[]) =>
    hasSetpriv ? ['setpriv', '--pdeathsig', signal, ...options] : []
  if (process.getuid?.() !== 0) return { prefix: (signal) => setpriv(signal), owner: null }

  const user = madeBy ?? unprivilegedUser()
  const namespace = ['--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  if (madeBy === null && works(env, 'unshare', [...namespace, 'true'])) {
    return { prefix: (signal) => ['unshare', ...namespace, ...setpriv(signal)], owner: null }
  }
  const become = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  if (works(env, 'setpriv', [...become, 'test', '-r', import.meta.filename])) {
    return { prefix: (signal) => setpriv(signal, ...become), owner: user }
  }
  return refuseRoot({ prefix: () => [], owner: null })
}

function refuseRoot(launcher: Launcher): Launcher {
  if (process.getuid?.() !== 0) return launcher
  throw new Error(
    'PostgreSQL does not run as root here: start Clientele as an ordinary user, or set DATABASE_URL',
  )
}

function works(env: Tools, program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { env, stdio: 'ignore' }).status === 0
}

/** One that exists: PostgreSQL asks for the name of the user it runs as. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0)
  const found = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody')
  return found ?? users[0] ?? { uid: 65_534, gid: 65_534 }
}
