import { anyone, userOnly } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { requireSameOrigin } from '../../http/session.ts'
import { type Api, type AuthDeps, NoContent, slow, tags } from './auth.api.ts'
import { changePassword, checkReset, resetPassword } from './auth.commands.ts'
import * as schemas from './auth.schemas.ts'

export function passwordRoutes(app: Api, deps: AuthDeps): void {
  app.post(
    '/session/password',
    {
      config: { access: userOnly(), ...slow((request) => request.ctx.actor.id ?? '') },
      schema: {
        operationId: 'changePassword',
        summary: 'Change your password; other sessions end',
        tags,
        body: schemas.PasswordChange,
        response: { 204: NoContent, ...problems(401, 403, 422, 429) },
      },
    },
    async (request, reply) => {
      await changePassword(request.ctx, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/password-reset',
    {
      config: { access: anyone(), ...slow(() => 'reset') },
      schema: {
        operationId: 'resetPassword',
        summary: 'Set a password by a one-time link',
        tags,
        security: [],
        body: schemas.PasswordReset,
        response: { 204: NoContent, ...problems(404, 422, 429) },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, deps.publicUrl)
      await resetPassword(deps.db, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/password-reset/check',
    {
      config: { access: anyone(), ...slow(() => 'check') },
      schema: {
        operationId: 'checkPasswordReset',
        summary: 'Whether a one-time link is still good; it stays so',
        tags,
        security: [],
        body: schemas.PasswordResetCheck,
        response: { 204: NoContent, ...problems(404, 422, 429) },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, deps.publicUrl)
      await checkReset(deps.db, request.body.token)
      return reply.code(204).send(null)
    },
  )
}
