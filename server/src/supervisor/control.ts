// The control socket: where a second start learns who has the folder, and a CLI command borrows the database. A line of
// JSON each way; the connection stays open for as long as the database is borrowed.
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import type { DatabasePlace } from './database.ts'

export type Holder = {
  readonly pid: number
  readonly kind: 'serve' | 'command'
  readonly command: string
  readonly since: string
  readonly address: string | null
  readonly stopping: boolean
}

export type Control = {
  /** How many commands have the database now. */
  leases(): number
  /** Resolves when nobody has it. */
  idle(): Promise<void>
  close(): void
}

type Question = { readonly ask: 'who' } | { readonly ask: 'database' }
type Answers = { readonly holder: () => Holder; readonly database: () => Promise<DatabasePlace> }

export async function openControl(path: string, answers: Answers): Promise<Control> {
  const open = new Set<Socket>()
  const leases = new Set<Socket>()
  const onIdle: (() => void)[] = []
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      open.delete(socket)
      leases.delete(socket)
      if (leases.size === 0) for (const wake of onIdle.splice(0)) wake()
    })
    onFirstLine(socket, (line) => void answer(line, socket))
  })

  async function answer(line: string, socket: Socket): Promise<void> {
    const question = parse<Question>(line)
    if (question?.ask === 'who') socket.end(`${JSON.stringify(answers.holder())}\n`)
    else if (question?.ask === 'database' && !answers.holder().stopping) {
      leases.add(socket)
      const place = await answers.database().catch(() => null)
      if (place === null) socket.destroy()
      else socket.write(`${JSON.stringify(place)}\n`)
    } else socket.destroy()
  }

  // Only the holder of the folder's lock comes here, so a socket that lies there is a dead one's.
  rmSync(path, { force: true })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  chmodSync(path, 0o600)
  return {
    leases: () => leases.size,
    idle: async () => {
      if (leases.size > 0) await new Promise<void>((resolve) => onIdle.push(resolve))
    },
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** Null when nobody answers. */
export async function askWho(path: string): Promise<Holder | null> {
  const asked = await ask<Holder>(path, { ask: 'who' }, 1000)
  asked?.socket.destroy()
  return asked?.reply ?? null
}

export type Lease = { readonly place: DatabasePlace; release(): void }

/** Waits until the supervisor's database is there; null when the supervisor is gone, going, or not yet listening. */
export async function askForDatabase(path: string): Promise<Lease | null> {
  const asked = await ask<DatabasePlace>(path, { ask: 'database' }, null)
  if (asked === null) return null
  asked.socket.unref()
  return { place: asked.reply, release: () => asked.socket.destroy() }
}

function ask<T>(path: string, question: Question, withinMs: number | null) {
  return new Promise<{ reply: T; socket: Socket } | null>((resolve) => {
    const socket = connect(path)
    const fail = () => {
      resolve(null)
      socket.destroy()
    }
    if (withinMs !== null) socket.setTimeout(withinMs, fail)
    socket.on('error', fail)
    socket.on('close', fail)
    socket.on('connect', () => socket.write(`${JSON.stringify(question)}\n`))
    onFirstLine(socket, (line) => {
      const reply = parse<T>(line)
      if (reply === null) fail()
      else resolve({ reply, socket })
    })
  })
}

function onFirstLine(socket: Socket, use: (line: string) => void): void {
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', function collect(chunk: string) {
    text += chunk
    const end = text.indexOf('\n')
    if (end < 0) return
    socket.off('data', collect).resume()
    use(text.slice(0, end))
  })
}

function parse<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T
  } catch {
    return null
  }
}
