import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { can } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { reading } from '../../http/proof.ts'
import { sendAnswer, sendJsonText } from '../../http/write.ts'
import { moveContacts } from './move-contacts.ts'
import { listContactsOf, listOrganizations } from './organizations.queries.ts'
import {
  ContactListPage,
  ContactListQuery,
  ContactMove,
  ContactsMoved,
  OrganizationId,
  OrganizationListPage,
  OrganizationListQuery,
} from './organizations.schemas.ts'

const tags = ['Organizations']
const access = can('customers.read')

export async function organizationRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/organizations',
    {
      config: { access, provesAccess: true, mayLag: true },
      schema: {
        operationId: 'listOrganizations',
        summary: 'Business customers by name, with their figures',
        tags,
        querystring: OrganizationListQuery,
        response: { 200: OrganizationListPage, ...problems(400, 401, 403) },
      },
    },
    async (request, reply) =>
      sendJsonText(
        reply,
        await reading(request, (reader, ctx) => listOrganizations(reader, ctx, request.query)),
      ),
  )
  app.get(
    '/organizations/:id/contacts',
    {
      config: { access, provesAccess: true, mayLag: true },
      schema: {
        operationId: 'listOrganizationContacts',
        summary: 'The people of an organization, by name, with their figures',
        tags,
        params: OrganizationId,
        querystring: ContactListQuery,
        response: { 200: ContactListPage, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) =>
      sendJsonText(
        reply,
        await reading(request, (reader, ctx) =>
          listContactsOf(reader, ctx, request.params.id, request.query),
        ),
      ),
  )
  app.post(
    '/organizations/:id/contacts/move',
    {
      config: { access: can('customers.write') },
      schema: {
        operationId: 'moveContacts',
        summary: 'Move contacts to another organization, with or without their orders',
        tags,
        params: OrganizationId,
        body: ContactMove,
        response: { 200: ContactsMoved, ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) =>
      sendAnswer(reply, await moveContacts(request.ctx, request.params.id, request.body)),
  )
}
