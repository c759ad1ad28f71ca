import type { FastifyInstance } from 'fastify'
import { Activity } from '../activity/index.ts'
import type { FileDeps } from '../files/index.ts'
import { Customer } from './customer.schemas.ts'
import { listRoutes } from './list/list.routes.ts'
import { photoRoutes } from './photo/photo.routes.ts'
import { recordRoutes } from './record/record.routes.ts'
import { similarRoutes } from './similar/similar.routes.ts'
import { snoozeRoutes } from './snooze/snooze.routes.ts'
import { writeRoutes } from './write/write.routes.ts'

export async function customerRoutes(app: FastifyInstance, deps: FileDeps): Promise<void> {
  app.addSchema(Customer)
  app.addSchema(Activity)
  await listRoutes(app)
  await recordRoutes(app)
  await writeRoutes(app)
  await snoozeRoutes(app)
  await photoRoutes(app, deps)
  await similarRoutes(app)
}
