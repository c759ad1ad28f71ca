// What the server and the worker have in common for whoever starts them: as a child of the supervisor, or alone in this
// process (`serve --only … ` on a database of one's own).
import type { Config } from '../config.ts'
import type { DatabasePlace } from './database.ts'

export const roles = ['web', 'worker'] as const
export type Role = (typeof roles)[number]

export type RoleSettings = {
  readonly config: Config
  readonly database: DatabasePlace
  readonly secret: string
}

export type Ready = {
  /** Where people reach it; null for the worker. */
  readonly address: string | null
  /** To be typed into the first screen, until an owner exists. */
  readonly setupCode: string | null
}

export type RunningRole = Ready & {
  /** Whether jobs are being done, for /readyz. */
  noteWorker(up: boolean): void
  /** Resolves when it can no longer do its work and has to be started anew. */
  readonly broken: Promise<void>
  /** Takes nothing new, finishes what it has begun. */
  stop(): Promise<void>
}

export type ToChild =
  | { readonly type: 'start'; readonly settings: RoleSettings }
  | { readonly type: 'worker'; readonly up: boolean }
  | { readonly type: 'stop' }

export type FromChild =
  | { readonly type: 'ready'; readonly ready: Ready }
  | { readonly type: 'failed'; readonly message: string }

/** Loads the code, which takes longer than all the rest of a start, and so is done while the database starts. */
export async function loadRole(role: Role): Promise<(settings: RoleSettings) => Promise<RunningRole>> {
  return role === 'web'
    ? (await import('./role.web.ts')).startWeb
    : (await import('./role.worker.ts')).startWorker
}
