// Every module's routes, in one list.
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import { authRoutes } from './modules/auth/index.ts'

export async function registerModules(api: FastifyInstance, deps: AppDeps): Promise<void> {
  await api.register(authRoutes, deps)
}
