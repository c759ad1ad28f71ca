import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { expectedVersion } from '../../http/if-match.ts'
import { problems } from '../../http/openapi.ts'
import { etagOf, sendAnswer, sendJsonText } from '../../http/write.ts'
import { assignReview, deleteReview } from './reviews.change.ts'
import { putReview } from './reviews.put.ts'
import { getReview, listCustomerReviews, listReviews } from './reviews.queries.ts'
import {
  CustomerReviewsQuery,
  ExternalReview,
  Review,
  ReviewChange,
  ReviewId,
  ReviewInput,
  ReviewListQuery,
  ReviewPage,
  ReviewScore,
} from './reviews.schemas.ts'
import { getReviewScore } from './score.queries.ts'

const tags = ['Reviews']
const one = Type.Ref('Review')

export async function reviewRoutes(instance: FastifyInstance): Promise<void> {
  instance.addSchema(Review)
  instance.addSchema(ReviewScore)
  await instance.register(readRoutes)
  await instance.register(writeRoutes)
}

async function readRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/reviews',
    {
      config: { access: can('orders.read'), mayLag: true },
      schema: {
        operationId: 'listReviews',
        summary: 'Reviews, newest first',
        tags,
        querystring: ReviewListQuery,
        response: { 200: ReviewPage, ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => sendJsonText(reply, await listReviews(request.ctx, request.query)),
  )
  app.get(
    '/reviews/:id',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'getReview',
        summary: 'One review',
        tags,
        params: ReviewId,
        response: { 200: one, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { text, version } = await getReview(request.ctx, request.params.id)
      return sendJsonText(reply.header('etag', etagOf(version)), text)
    },
  )
  app.get(
    '/customers/:id/reviews',
    {
      config: { access: can('orders.read'), mayLag: true },
      schema: {
        operationId: 'listCustomerReviews',
        summary: 'Reviews of a customer, and of the contacts of an organization, newest first',
        tags,
        params: ReviewId,
        querystring: CustomerReviewsQuery,
        response: { 200: ReviewPage, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) =>
      sendJsonText(reply, await listCustomerReviews(request.ctx, request.params.id, request.query)),
  )
  app.get(
    '/customers/:id/review-score',
    {
      config: { access: can('orders.read'), mayLag: true },
      schema: {
        operationId: 'getReviewScore',
        summary: 'How many reviews a customer left, and how many were good and bad: of late and in all',
        tags,
        params: ReviewId,
        response: { 200: Type.Ref('ReviewScore'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => sendJsonText(reply, await getReviewScore(request.ctx, request.params.id)),
  )
}

async function writeRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.put(
    '/reviews/external/:source/:externalId',
    {
      config: { access: can('orders.write') },
      schema: {
        operationId: 'putReview',
        summary: 'Bring a review, or what has become of it; the same again changes nothing',
        tags,
        params: ExternalReview,
        body: ReviewInput,
        response: { 200: one, 201: one, ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) => sendAnswer(reply, await putReview(request.ctx, request.params, request.body)),
  )
  app.patch(
    '/reviews/:id',
    {
      config: { access: can('orders.write') },
      schema: {
        operationId: 'assignReview',
        summary: 'Say whose review it is; its figures move along',
        tags,
        params: ReviewId,
        body: ReviewChange,
        response: { 200: one, ...problems(400, 401, 403, 404, 412, 422, 428) },
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await assignReview(request.ctx, request.params.id, expectedVersion(request), request.body),
      ),
  )
  app.delete(
    '/reviews/:id',
    {
      config: { access: can('orders.write') },
      schema: {
        operationId: 'deleteReview',
        summary: 'Take a review away; its source may bring it again',
        tags,
        params: ReviewId,
        response: { 204: Type.Null(), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => sendAnswer(reply, await deleteReview(request.ctx, request.params.id)),
  )
}
