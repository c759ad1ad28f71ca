import { Type } from 'typebox'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const strict = { additionalProperties: false } as const

export const Email = Type.String({ minLength: 3, maxLength: 254 })
/** OWASP ASVS 6.2: at least ten characters, no rules of composition, long phrases welcome. */
export const NewPassword = Type.String({ minLength: 10, maxLength: 200 })

export const Session = Type.Object(
  {
    user: Type.Object({
      id: Type.String(),
      name: Type.String(),
      email: nullable(Type.String()),
      locale: nullable(Type.String()),
    }),
    merchant: Type.Object({
      id: Type.String(),
      name: Type.String(),
      currency: Type.String(),
      country: Type.String(),
      timeZone: Type.String(),
      locale: Type.String(),
      nameOrder: Type.String(),
      setup: Type.Unsafe<'hierarchy' | 'flat' | 'hybrid'>({
        type: 'string',
        enum: ['hierarchy', 'flat', 'hybrid'],
      }),
      organizationWord: nullable(Type.Object({ singular: Type.String(), plural: Type.String() })),
      showReviews: Type.Boolean({ description: 'Whether screens show what customers said' }),
      isSample: Type.Boolean({ description: 'Made-up customers to look around in (see POST /sample)' }),
    }),
    merchants: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), isSample: Type.Boolean() })),
    role: nullable(Type.String()),
    permissions: Type.Array(Type.String()),
    stores: nullable(Type.Array(Type.String())),
  },
  { $id: 'Session' },
)

export const SignIn = Type.Object(
  { email: Email, password: Type.String({ minLength: 1, maxLength: 200 }) },
  strict,
)
export const PasswordChange = Type.Object(
  { currentPassword: Type.String({ minLength: 1, maxLength: 200 }), newPassword: NewPassword },
  strict,
)
const ResetToken = Type.String({ minLength: 1, maxLength: 200 })
export const PasswordReset = Type.Object({ token: ResetToken, password: NewPassword }, strict)
export const PasswordResetCheck = Type.Object({ token: ResetToken }, strict)
export const MerchantSwitch = Type.Object({ merchantId: Type.String({ format: 'uuid' }) }, strict)

export const SetupState = Type.Object({ needed: Type.Boolean(), codeRequired: Type.Boolean() })
export const Setup = Type.Object(
  {
    code: Type.Optional(nullable(Type.String({ maxLength: 100 }))),
    business: Type.String({ minLength: 1, maxLength: 200 }),
    country: Type.String({ minLength: 2, maxLength: 2 }),
    currency: Type.String({ minLength: 3, maxLength: 3 }),
    timeZone: Type.String({ minLength: 1, maxLength: 100 }),
    locale: Type.String({ minLength: 2, maxLength: 35 }),
    owner: Type.Object(
      { name: Type.String({ minLength: 1, maxLength: 200 }), email: Email, password: NewPassword },
      strict,
    ),
  },
  strict,
)
export type Setup = Type.Static<typeof Setup>

export const ApiKey = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    scopes: Type.Array(Type.String()),
    createdAt: Type.String(),
    lastUsedAt: nullable(Type.String()),
  },
  { $id: 'ApiKey' },
)
export const ApiKeyList = Type.Object({ items: Type.Array(Type.Ref('ApiKey')), nextCursor: Type.Null() })
export const NewApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    scopes: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
  },
  strict,
)
export const MadeApiKey = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  key: Type.String(),
})
