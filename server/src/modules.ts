// Every module's routes, in one list.
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import { attributeRoutes } from './modules/attributes/index.ts'
import { authRoutes } from './modules/auth/index.ts'
import { bulkRoutes, tagRemoval } from './modules/bulk/index.ts'
import { outboxRoutes } from './modules/communications/index.ts'
import { customerRoutes } from './modules/customers/index.ts'
import { eventRoutes } from './modules/events/index.ts'
import { exportRoutes } from './modules/exports/index.ts'
import { fileRoutes } from './modules/files/index.ts'
import { importRoutes } from './modules/imports/index.ts'
import { merchantRoutes } from './modules/merchants/index.ts'
import { orderRoutes, receiptDeliveryRoutes } from './modules/orders/index.ts'
import { organizationRoutes } from './modules/organizations/index.ts'
import { summaryRoutes } from './modules/reports/index.ts'
import { reviewRoutes } from './modules/reviews/index.ts'
import { sampleRoutes } from './modules/sample/index.ts'
import { storeRoutes } from './modules/stores/index.ts'
import { tagRoutes } from './modules/tags/index.ts'

export async function registerModules(api: FastifyInstance, deps: AppDeps): Promise<void> {
  await api.register(authRoutes, deps)
  await api.register(eventRoutes, deps)
  await api.register(tagRoutes, tagRemoval)
  await api.register(storeRoutes)
  await api.register(bulkRoutes)
  await api.register(importRoutes, deps)
  await api.register(merchantRoutes)
  await api.register(attributeRoutes)
  await api.register(customerRoutes, deps)
  await api.register(orderRoutes)
  await api.register(reviewRoutes)
  await api.register(organizationRoutes)
  await api.register(summaryRoutes)
  await api.register(receiptDeliveryRoutes, deps)
  await api.register(outboxRoutes, deps)
  await api.register(fileRoutes, deps)
  await api.register(exportRoutes, deps)
  await api.register(sampleRoutes, deps)
}
