// The supervisor's own few lines, in the form of the server's log (pino), without loading a logger for them.
import type { LogLevel } from '../config.ts'

const order: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

export type Log = (level: LogLevel, message: string) => void

export function logTo(config: { readonly logLevel: LogLevel }): Log {
  return (level, message) => {
    const rank = order.indexOf(level)
    if (rank < order.indexOf(config.logLevel)) return
    const line = {
      level: (rank + 1) * 10,
      time: Date.now(),
      pid: process.pid,
      name: 'supervisor',
      msg: message,
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}
